// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Obstacle;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;

class UnseenTextTest {

    @Test
    void saysWhatIsNotSeen() {
        Snapshot snapshot = new Snapshot(
                Instant.EPOCH,
                "fake",
                List.of(Connections.listener(80)),
                List.of(new Unseen("bound sockets", -1, "not in the table"), new Unseen("owners", 2, "they ended")),
                Set.of(Obstacle.OTHER_USERS));
        assertEquals(
                "owners of 1 socket hidden: run with privileges · bound sockets not shown: not in the table"
                        + " · 2 owners not shown: they ended",
                UnseenText.of(snapshot));
    }

    @Test
    void saysNothingWhereEverythingIsSeen() {
        assertEquals("", UnseenText.of(Connections.snapshot(Connections.udp(53))));
    }
}
