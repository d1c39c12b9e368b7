// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal.dialog;

import java.time.Duration;

/** The time that a server is to run. */
enum Lifetime {
    UNTIL_STOPPED(null),
    ONE_MINUTE(Duration.ofMinutes(1)),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    HALF_AN_HOUR(Duration.ofMinutes(30)),
    ONE_HOUR(Duration.ofHours(1)),
    EIGHT_HOURS(Duration.ofHours(8)),
    ONE_DAY(Duration.ofDays(1));

    private final Duration duration;

    Lifetime(Duration duration) {
        this.duration = duration;
    }

    /** Returns null for until it is stopped. */
    Duration duration() {
        return duration;
    }

    /** Returns the text of the choice, also used at the end of a sentence. */
    String label() {
        return switch (this) {
            case UNTIL_STOPPED -> Messages.Lifetime_untilStopped;
            case ONE_MINUTE -> Messages.Lifetime_oneMinute;
            case FIVE_MINUTES -> Messages.Lifetime_fiveMinutes;
            case HALF_AN_HOUR -> Messages.Lifetime_halfAnHour;
            case ONE_HOUR -> Messages.Lifetime_oneHour;
            case EIGHT_HOURS -> Messages.Lifetime_eightHours;
            case ONE_DAY -> Messages.Lifetime_oneDay;
        };
    }
}
