// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param until never before {@code from}
 */
public record TimeRange(Instant from, Instant until) {

    public TimeRange {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a range that ends before it begins");
        }
    }

    /** Returns the range between two moments, in whatever order. */
    public static TimeRange between(Instant one, Instant other) {
        return one.isBefore(other) ? new TimeRange(one, other) : new TimeRange(other, one);
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
