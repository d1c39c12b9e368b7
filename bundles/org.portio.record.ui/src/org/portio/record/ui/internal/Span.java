// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import org.portio.record.ui.internal.chart.TimeRange;

/**
 * The time that the view shows.
 *
 * @param reach how far it looks back from now; null for all that is kept
 * @param zoomed what the chart shows of it; null for all
 * @param selected what the table shows of that; null for all
 */
record Span(Duration reach, TimeRange zoomed, TimeRange selected) {

    private static final Duration SETTLED = Duration.ofMinutes(1);

    /** Returns one that ends now. */
    static Span last(Duration reach) {
        return new Span(reach, null, null);
    }

    Span selecting(TimeRange range) {
        return new Span(reach, zoomed, range);
    }

    /** Shows a part in the chart, or all if it is null. */
    Span zoomedTo(TimeRange range) {
        return new Span(reach, range, selected);
    }

    /** Returns what the chart shows; it begins with {@link Instant#MIN} if it shows all. */
    TimeRange ofChart(Instant now) {
        return zoomed != null ? zoomed : new TimeRange(reach == null ? Instant.MIN : now.minus(reach), now);
    }

    /** Returns what the table shows. */
    TimeRange ofTable(Instant now) {
        return selected != null ? selected : ofChart(now);
    }

    /** Returns whether nothing new can come in. */
    boolean isSettled(Instant now) {
        return zoomed != null && zoomed.until().isBefore(now.minus(SETTLED));
    }
}
