// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Times as numbers of a unit since a midnight. The chart's library puts its labels at round numbers, which then are round times.
 *
 * @param midnight the beginning of the day, where the user is, with the first of the times
 * @param unit second, minute, hour or day, as the length of what is shown suggests
 * @param format of the labels
 */
record TimeScale(Instant midnight, Duration unit, DateTimeFormatter format) {

    private static final Duration SECONDS = Duration.ofMinutes(5);
    /** Below this, there may be several labels in a minute. */
    private static final Duration PARTS = Duration.ofMinutes(12);

    private static final Duration MINUTES = Duration.ofHours(3);
    private static final Duration HOURS = Duration.ofDays(4);

    /** Returns the one for this range. */
    static TimeScale of(TimeRange range, ZoneId zone) {
        Instant midnight =
                range.from().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        Duration length = Duration.between(range.from(), range.until());
        if (length.compareTo(SECONDS) <= 0) {
            return of(midnight, Duration.ofSeconds(1), "HH:mm:ss", zone);
        }
        if (length.compareTo(MINUTES) <= 0) {
            String pattern = length.compareTo(PARTS) <= 0 ? "HH:mm:ss" : "HH:mm";
            return of(midnight, Duration.ofMinutes(1), pattern, zone);
        }
        return length.compareTo(HOURS) <= 0
                ? of(midnight, Duration.ofHours(1), "HH:mm", zone)
                : of(midnight, Duration.ofDays(1), "MM-dd HH:mm", zone);
    }

    private static TimeScale of(Instant midnight, Duration unit, String pattern, ZoneId zone) {
        return new TimeScale(
                midnight, unit, DateTimeFormatter.ofPattern(pattern).withZone(zone));
    }

    double number(Instant time) {
        return (double) Duration.between(midnight, time).toMillis() / unit.toMillis();
    }

    Instant time(double number) {
        return midnight.plusMillis(Math.round(number * unit.toMillis()));
    }

    String label(double number) {
        return format.format(time(number));
    }
}
