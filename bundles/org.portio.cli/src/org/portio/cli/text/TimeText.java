// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as people read them. */
public final class TimeText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private TimeText() {}

    /** Returns the time in the zone of this machine, as {@code 2026-03-01 12:00:00}. */
    public static String local(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}
