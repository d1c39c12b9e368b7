// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.testing.Sockets;

class SeenTimesTest {

    private static final Instant TIME = Instant.parse("2026-01-02T12:00:00Z");

    private final SeenTimes seen = new SeenTimes();
    private final Connection old = Sockets.listener("127.0.0.1", 80);
    private final Connection late = Sockets.listener("127.0.0.1", 81);

    @Test
    void whatWasThereFirstIsSeenSinceThenAndAnotherSinceItCame() {
        assertNull(seen.of(old));
        see(0, snapshot(0), old);
        see(5, snapshot(0, old), old, late);
        see(9, snapshot(5, old, late), old, late);
        assertEquals(TIME, seen.of(old));
        assertEquals(TIME.plusSeconds(5), seen.of(late));
    }

    @Test
    void aTimeInWhichNobodyLookedChangesNothing() {
        see(0, snapshot(0), old);
        see(5, snapshot(0, old), old, late);
        // The first refresh after it tells everything as new.
        see(60, snapshot(60), old, late);
        assertEquals(TIME, seen.of(old));
        assertEquals(TIME.plusSeconds(5), seen.of(late));
    }

    @Test
    void whatHasClosedIsStillKnownWhileItIsShown() {
        see(0, snapshot(0), old);
        see(5, snapshot(0, old), old, late);
        see(6, snapshot(5, old, late), old);
        assertEquals(TIME.plusSeconds(5), seen.of(late));
    }

    private void see(int seconds, Snapshot before, Connection... connections) {
        Snapshot now = snapshot(seconds, connections);
        seen.refreshed(now, Delta.between(before, now));
    }

    private static Snapshot snapshot(int seconds, Connection... connections) {
        return new Snapshot(TIME.plusSeconds(seconds), "fake", List.of(connections), List.of());
    }
}
