// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portio.record.ui.internal.Lives.NOON;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.record.Act;
import org.portio.record.Answer;
import org.portio.record.Coverage;
import org.portio.record.ui.internal.HistoryRow.Done;
import org.portio.record.ui.internal.HistoryRow.Gap;
import org.portio.record.ui.internal.HistoryRow.Life;
import org.portio.record.ui.internal.source.Told;

class HistoryRowsTest {

    private static final Instant ONE = NOON.plusSeconds(3600);

    @Test
    void hasARowForEachSocketActAndTimeThatWasNotWatched() {
        Act act = new Act(NOON.plusSeconds(9), "root", "block", "TCP 80 inbound", "nftables", "done", 80);
        Life life = Lives.life(443, 5);
        Answer recorded = new Answer(List.of(life.account()), 1, List.of(act), List.of(watched(0, 600)));
        Answer recent = new Answer(List.of(life.account()), 1, List.of(act), List.of(watched(600, 3000)));

        List<HistoryRow> rows = HistoryRows.of(new Told(recorded, recent), NOON, ONE, ONE.plusSeconds(600));

        assertEquals(
                List.of(new Life(life.account(), false), life, new Done(act), new Gap(NOON.plusSeconds(3000), ONE)),
                rows);
    }

    @Test
    void findsTheTimesThatNobodyWatched() {
        List<Coverage> stretches = List.of(watched(60, 120), watched(100, 200), watched(300, 400));

        assertEquals(
                List.of(gap(0, 60), gap(200, 300), gap(400, 3600)),
                HistoryRows.gaps(stretches, NOON, ONE, ONE.plusSeconds(60)));
    }

    @Test
    void takesTheLastSecondsForWatchedThatARecorderHasNotToldOfYet() {
        assertEquals(List.of(), HistoryRows.gaps(List.of(watched(0, 3595)), NOON, ONE, ONE));
        assertEquals(List.of(gap(3000, 3600)), HistoryRows.gaps(List.of(watched(0, 3000)), NOON, ONE, ONE));
    }

    @Test
    void saysOfAllOfATimeThatItWasNotWatched() {
        assertEquals(List.of(new Gap(Instant.MIN, NOON)), HistoryRows.gaps(List.of(), Instant.MIN, NOON, ONE));
    }

    private static Coverage watched(int from, int until) {
        return new Coverage(NOON.plusSeconds(from), NOON.plusSeconds(until), Set.of(), 0, 0, 0);
    }

    private static Gap gap(int from, int until) {
        return new Gap(NOON.plusSeconds(from), NOON.plusSeconds(until));
    }
}
