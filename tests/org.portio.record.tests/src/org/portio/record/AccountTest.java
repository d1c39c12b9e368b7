// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;

/** Times that are known between two moments only. */
class AccountTest {

    private static final Account ACCOUNT = new Account(
            1,
            Sockets.listener("127.0.0.1", 8080, Sockets.process(42, "java")),
            Role.LISTENING,
            new Moment(second(10), second(20), Evidence.SNAPSHOT),
            new Moment(second(30), second(40), Evidence.SNAPSHOT),
            Set.of(),
            Map.of(),
            null);

    private static Instant second(long number) {
        return Instant.ofEpochSecond(number);
    }

    @Test
    void wasThereOnlyWhenItIsCertain() {
        assertFalse(ACCOUNT.wasThere(second(19)));
        assertTrue(ACCOUNT.wasThere(second(20)));
        assertTrue(ACCOUNT.wasThere(second(29)));
        assertTrue(ACCOUNT.wasThere(second(30)), "it was seen then");
        assertFalse(ACCOUNT.wasThere(second(31)));
    }

    @Test
    void wasNotThereAtTheMomentAtWhichItEnded() {
        Account ended = new Account(
                1,
                ACCOUNT.connection(),
                Role.LISTENING,
                ACCOUNT.opened(),
                Moment.at(second(30), Evidence.SOCKET_END),
                Set.of(),
                Map.of(),
                null);
        assertTrue(ended.wasThere(second(29)));
        assertFalse(ended.wasThere(second(30)));
    }

    @Test
    void aListenerListenedWhileItWasThere() {
        Account ended = new Account(
                1,
                ACCOUNT.connection().with().state(TcpState.CLOSED).build(),
                Role.LISTENING,
                ACCOUNT.opened(),
                ACCOUNT.closed(),
                Set.of(),
                Map.of(),
                null);
        assertEquals(TcpState.LISTEN, ended.whileThere().state());
    }

    @Test
    void mayHaveBeenThereFromTheEarliestToTheLatest() {
        assertFalse(ACCOUNT.mayOverlap(second(1), second(9)));
        assertTrue(ACCOUNT.mayOverlap(second(1), second(10)));
        assertTrue(ACCOUNT.mayOverlap(second(40), second(50)));
        assertFalse(ACCOUNT.mayOverlap(second(41), second(50)));
    }

    @Test
    void momentDoesNotEndBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> new Moment(second(2), second(1), Evidence.SNAPSHOT));
        assertTrue(Moment.at(second(1), Evidence.SOCKET_END).isExact());
    }

    @Test
    void coverageTellsWhatWasMissedUnlessTheKernelDoesNotCount() {
        assertEquals(3, new Coverage(second(1), second(2), Set.of(), 10, 7, 0).missed());
        assertEquals(-1, new Coverage(second(1), second(2), Set.of(), -1, -1, 0).missed());
    }
}
