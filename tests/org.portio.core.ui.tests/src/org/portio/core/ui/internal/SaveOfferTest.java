// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.core.Snapshot;

/** The title and the name in the dialog Save As. */
class SaveOfferTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 11, 28, 4, 5, 6);

    @Test
    void theTitleTellsHowManyOfAllAreSaved() {
        assertEquals("Save Connections (all 0)", offer(0).title());
        assertEquals("Save Connections (0 shown, 155 in all)", offer(155).title());
    }

    @Test
    void theNameHasTheTime() {
        assertEquals("connections-2026-11-28-040506.csv", offer(0).fileName());
    }

    private static SaveOffer offer(int sockets) {
        Snapshot shown = new Snapshot(Instant.EPOCH, "test", List.of(), List.of(), Set.of(), sockets);
        return SaveOffer.of(new Part(shown), shown, TIME);
    }

    private record Part(Snapshot shownSnapshot) implements SnapshotPart {

        @Override
        public String preferredFormat() {
            return "csv";
        }
    }
}
