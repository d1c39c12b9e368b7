// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as the views show them, in the time zone of the user. */
public final class TimeText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private TimeText() {}

    /** Returns text such as {@code 2026-01-02 12:00:05}; empty if it is null. */
    public static String moment(Instant time, ZoneId zone) {
        return time == null ? "" : MOMENT.format(time.atZone(zone));
    }

    /** Returns text such as {@code 12:00:05.123}. */
    public static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
