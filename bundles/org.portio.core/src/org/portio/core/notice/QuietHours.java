// SPDX-License-Identifier: EPL-2.0
package org.portio.core.notice;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The time of the day in which nothing is shown, only listed.
 *
 * @param from included
 * @param to not included; before {@code from} if midnight lies between
 */
public record QuietHours(LocalTime from, LocalTime to) {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    /** Returns whether a time is one of them. From a time to the same is none at all. */
    public boolean contain(LocalTime time) {
        boolean started = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return from.isAfter(to) ? started || !ended : started && !ended;
    }

    /** Reads the form {@code 22:00-07:00}; empty if there are none, and also for what cannot be read. */
    public static Optional<QuietHours> parse(String text) {
        String[] ends = text.strip().split("\\s*-\\s*");
        if (ends.length != 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(LocalTime.parse(padded(ends[0])), LocalTime.parse(padded(ends[1]))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String padded(String time) {
        return time.matches("\\d:.*") ? "0" + time : time;
    }

    @Override
    public String toString() {
        return from.format(MINUTES) + "-" + to.format(MINUTES);
    }
}
