// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portio.record.Coverage;
import org.portio.record.ui.internal.HistoryRow.Done;
import org.portio.record.ui.internal.HistoryRow.Gap;
import org.portio.record.ui.internal.HistoryRow.Life;
import org.portio.record.ui.internal.chart.Timeline;
import org.portio.record.ui.internal.source.Told;

/** Makes the rows of the view of what is told of the past. */
final class HistoryRows {

    private HistoryRows() {}

    /** Returns a row of each socket, each act of PortIO, and each time between these two that was not watched. */
    static List<HistoryRow> of(Told told, Instant from, Instant until, Instant now) {
        Stream<HistoryRow> recorded = told.recorded().accounts().stream().map(account -> new Life(account, false));
        Stream<HistoryRow> recent = told.recent().accounts().stream().map(account -> new Life(account, true));
        Stream<HistoryRow> acts = told.acts().stream().map(Done::new);
        Stream<HistoryRow> gaps =
                gaps(told.coverage(), from, until, now).stream().map(gap -> gap);
        return Stream.of(recorded, recent, acts, gaps).flatMap(rows -> rows).toList();
    }

    /**
     * Returns the times between two moments that were not watched.
     *
     * @param stretches those that were, by their beginning
     */
    static List<Gap> gaps(List<Coverage> stretches, Instant from, Instant until, Instant now) {
        List<Gap> gaps = new ArrayList<>();
        Instant watched = from;
        for (Coverage stretch : stretches) {
            if (stretch.from().isAfter(watched)) {
                gaps.add(new Gap(watched, stretch.from()));
            }
            watched = stretch.until().isAfter(watched) ? stretch.until() : watched;
        }
        boolean isLive = until.isAfter(now.minus(Timeline.BEHIND));
        Instant end = isLive ? now.minus(Timeline.BEHIND) : until;
        if (end.isAfter(watched)) {
            gaps.add(new Gap(watched, isLive ? now : until));
        }
        return gaps;
    }
}
