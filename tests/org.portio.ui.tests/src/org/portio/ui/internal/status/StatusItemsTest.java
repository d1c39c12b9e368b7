// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Snapshot;
import org.portio.ui.internal.status.StatusItem.Kind;

class StatusItemsTest {

    private static final List<StatusItem> ITEMS = List.of(
            new StatusItem("Paused", Kind.PAUSED),
            new StatusItem("37 of 733 sockets shown", Kind.COUNT),
            new StatusItem("3 selected", Kind.SELECTED),
            new StatusItem("9 LISTEN", Kind.STATE, 9),
            new StatusItem("244 ESTABLISHED", Kind.STATE, 244),
            new StatusItem("1 SYN-SENT", Kind.STATE, 1),
            new StatusItem("20 UDP", Kind.STATE, 20),
            new StatusItem("refreshed 12:00:01", Kind.TIME));

    @Test
    void saysAllInItsOrderWhereThereIsRoom() {
        assertEquals(
                "Paused · 37 of 733 sockets shown · 3 selected · 9 LISTEN · 244 ESTABLISHED · 1 SYN-SENT · 20 UDP"
                        + " · refreshed 12:00:01",
                fit(1000));
    }

    @Test
    void leavesOutTheSmallestStatesFirst() {
        assertEquals(
                "Paused · 37 of 733 sockets shown · 3 selected · 244 ESTABLISHED · 20 UDP · … · refreshed 12:00:01",
                fit(100));
        assertEquals(
                "Paused · 37 of 733 sockets shown · 3 selected · 244 ESTABLISHED · … · refreshed 12:00:01", fit(92));
    }

    @Test
    void keepsThePauseLongest() {
        assertEquals("Paused · 37 of 733 sockets shown · …", fit(40));
        assertEquals("Paused · …", fit(3));
    }

    @Test
    void neverIsWiderThanItsRoomUntilOneItemIsLeft() {
        for (int room = 10; room < 150; room++) {
            int width = fit(room).length();
            assertTrue(width <= room, fit(room) + " in " + room);
        }
    }

    @Test
    void aSentenceThatIsTooLongEndsAfterAWord() {
        List<StatusItem> news =
                List.of(new StatusItem("a&b has ended. Nobody listens on TCP 9300 any more.", Kind.NEWS));

        assertEquals("a&b has ended. Nobody…", StatusItems.fit(news, 24, String::length));
        assertEquals("a&b has ended. Nobody…", StatusItems.fit(news, 22, String::length));
    }

    @Test
    void aFullMinuteHasItsSeconds() {
        Snapshot snapshot = new Snapshot(Instant.parse("2026-01-02T12:00:00Z"), "fake", List.of(), List.of());

        assertEquals("refreshed 12:00:00", StatusItems.join(StatusItems.of(snapshot, ZoneOffset.UTC)));
    }

    private static String fit(int room) {
        return StatusItems.fit(ITEMS, room, String::length);
    }
}
