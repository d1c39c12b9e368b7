// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.portio.cli.text.TimeText;
import org.portio.record.Moment;

/** Moments as people read them: as exactly as they are known, to the second. */
final class MomentText {

    private static final int DAY = "2026-03-01 ".length();

    private MomentText() {}

    /** Returns text such as {@code 2026-03-01 14:02:00}, {@code 2026-03-01 14:02:00..14:02:10} or {@code before 2026-03-01 14:02:00}. */
    static String of(Moment moment) {
        if (moment.earliest().equals(Instant.MIN)) {
            return "before " + TimeText.local(moment.latest());
        }
        if (moment.latest().equals(Instant.MAX)) {
            return "after " + TimeText.local(moment.earliest());
        }
        String earliest = TimeText.local(moment.earliest());
        String latest = TimeText.local(moment.latest());
        // What a second's refresh leaves open is less than what anybody wants to read.
        if (ChronoUnit.MILLIS.between(moment.earliest(), moment.latest()) <= 1500) {
            return latest;
        }
        return earliest + ".." + (earliest.regionMatches(0, latest, 0, DAY) ? latest.substring(DAY) : latest);
    }
}
