// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.eclipse.osgi.util.NLS;
import org.portio.record.Moment;
import org.portio.ui.TimeText;

/** Times of the past as the view shows them: as exactly as they are known, to the second. */
public final class PastText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int DAY = "2026-03-01 ".length();
    private static final long SECOND_MILLIS = 1_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long HOUR_MILLIS = 3_600_000;

    /** A refresh of a second leaves less open than anybody wants to read. */
    private static final Duration EXACT = Duration.ofMillis(1_500);

    private PastText() {}

    /** Returns text such as {@code 2026-03-01 14:02:00}, {@code 2026-03-01 14:02:00..14:02:10} or {@code before 2026-03-01 14:02:00}. */
    static String of(Moment moment) {
        if (moment.earliest().equals(Instant.MIN)) {
            return NLS.bind(Messages.PastText_before, of(moment.latest()));
        }
        if (moment.latest().equals(Instant.MAX)) {
            return NLS.bind(Messages.PastText_after, of(moment.earliest()));
        }
        String latest = of(moment.latest());
        if (Duration.between(moment.earliest(), moment.latest()).compareTo(EXACT) <= 0) {
            return latest;
        }
        String earliest = of(moment.earliest());
        return earliest + ".." + (earliest.regionMatches(0, latest, 0, DAY) ? latest.substring(DAY) : latest);
    }

    /** Returns text such as {@code 2026-03-01 14:02:00}. */
    static String of(Instant time) {
        return TimeText.moment(time, ZoneId.systemDefault());
    }

    /** Returns text such as {@code 14:02:05}, with its day if that is not today. */
    public static String inSentence(Instant time) {
        var local = time.atZone(ZoneId.systemDefault());
        return local.toLocalDate().equals(LocalDate.now()) ? TIME.format(local) : of(time);
    }

    /** Returns text such as {@code 3 ms}, {@code 1.5 s}, {@code 2 min 5 s}, {@code 3 h 12 min}. */
    static String of(Duration time) {
        long millis = time.toMillis();
        if (millis < SECOND_MILLIS) {
            return millis + " ms";
        }
        if (millis < MINUTE_MILLIS) {
            return String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND_MILLIS);
        }
        return millis < HOUR_MILLIS
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
