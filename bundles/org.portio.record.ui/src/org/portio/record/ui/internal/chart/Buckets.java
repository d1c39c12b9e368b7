// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Equal parts of a stretch of time. Their ends are round times, so that the bars of a chart stay where they are while time goes on.
 *
 * @param first the beginning of the first one, in milliseconds
 * @param width of each, in milliseconds
 */
record Buckets(long first, long width, int count) {

    private static final int MOST = 60;
    private static final long LONGEST = Duration.ofDays(7).toMillis();

    private static final long[] WIDTHS = Stream.of(
                    "PT1S", "PT2S", "PT5S", "PT10S", "PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT10M", "PT15M",
                    "PT30M", "PT1H", "PT2H", "PT6H", "PT12H", "P1D")
            .mapToLong(text -> Duration.parse(text).toMillis())
            .toArray();

    /** Returns those of this range. */
    static Buckets of(TimeRange range) {
        long from = range.from().toEpochMilli();
        long until = Math.max(from + 1, range.until().toEpochMilli());
        long width = width(until - from);
        long first = Math.floorDiv(from, width) * width;
        return new Buckets(first, width, (int) Math.ceilDiv(until - first, width));
    }

    private static long width(long length) {
        for (long width : WIDTHS) {
            if (length <= MOST * width) {
                return width;
            }
        }
        return Math.ceilDiv(length, MOST * LONGEST) * LONGEST;
    }

    /** Returns where one begins, or where the last one ends. */
    Instant edge(int index) {
        return Instant.ofEpochMilli(first + index * width);
    }

    /** Returns the one with this time; a number out of range if it is in none. */
    int indexOf(Instant time) {
        return time.isBefore(edge(0)) || !time.isBefore(edge(count))
                ? -1
                : (int) ((time.toEpochMilli() - first) / width);
    }
}
