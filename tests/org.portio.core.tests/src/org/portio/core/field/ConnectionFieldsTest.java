// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.system.User;
import org.portio.testing.Sockets;

class ConnectionFieldsTest {

    private final Connection owned =
            Sockets.listener("127.0.0.1", 80, Sockets.process(7, "b"), Sockets.process(9, "b"));
    private final Connection nobodys = Sockets.listener("127.0.0.1", 81);

    @Test
    void noTwoHaveTheSameIdAndEachListedOneIsAmongAll() {
        List<String> ids =
                ConnectionFields.ALL.stream().map(ConnectionField::id).toList();
        assertEquals(ids.stream().distinct().toList(), ids);
        assertTrue(ConnectionFields.ALL.containsAll(Listed.ALL));
    }

    @Test
    void theValuesAreOfTheTypeThatTheFieldTells() {
        for (ConnectionField<?> field : ConnectionFields.ALL) {
            Object value = field.of(owned);
            assertTrue(value == null || field.type().isInstance(value), field.id());
        }
    }

    @Test
    void eachFieldWithATitleHasAnOrderInWhichUnknownValuesComeLast() {
        for (ConnectionField<?> field : ConnectionFields.ALL) {
            if (field.ofOwner() != null) {
                assertTrue(field.comparator(false).compare(owned, nobodys) < 0, field.id());
                assertTrue(field.comparator(true).compare(owned, nobodys) < 0, field.id());
            }
            assertTrue(field.title() == null || field.comparator(false).compare(owned, owned) == 0, field.id());
        }
    }

    @Test
    void ofTheOwnersAllValuesAreKnownEachOnce() {
        assertEquals(List.of(7L, 9L), Listed.PID.all(owned));
        assertEquals(List.of("b"), Listed.PROCESS.all(owned));
        assertEquals(List.of(), Listed.PROCESS.all(nobodys));
        assertEquals(7L, Listed.PID.of(owned));
    }

    @Test
    void userIdsAreSortedAsNumbersAndThoseOfWindowsBehindThem() {
        List<String> sorted = Stream.of("S-1-5-18", "1000", "33", "0")
                .map(id -> nobodys.with().user(new User(id, "x")).build())
                .sorted(ConnectionFields.UID.comparator(false))
                .map(ConnectionFields.UID::of)
                .toList();
        assertEquals(List.of("0", "33", "1000", "S-1-5-18"), sorted);
    }

    @Test
    void statesAreSortedByTheirPlaceInALifeAndNotByTheAlphabet() {
        Connection waiting = nobodys.with().state(TcpState.TIME_WAIT).build();
        Connection closing = nobodys.with().state(TcpState.CLOSING).build();
        assertTrue(Listed.STATE.comparator(false).compare(closing, waiting) < 0);
        assertTrue(Listed.STATE.comparator(false).compare(nobodys, closing) < 0);
    }
}
