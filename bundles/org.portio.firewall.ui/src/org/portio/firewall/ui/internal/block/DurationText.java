// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.time.Duration;

/** Times as one reads them at a glance: the two largest units. */
public final class DurationText {

    private DurationText() {}

    /** Returns text such as {@code 2 h 5 min}; a time that is over is {@code 0 s}. */
    public static String of(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return both(seconds / 60, "min", seconds % 60, "s");
        }
        long minutes = seconds / 60;
        return minutes < 24 * 60
                ? both(minutes / 60, "h", minutes % 60, "min")
                : both(minutes / 60 / 24, "d", minutes / 60 % 24, "h");
    }

    private static String both(long large, String unit, long small, String smallUnit) {
        return small == 0 ? large + " " + unit : large + " " + unit + " " + small + " " + smallUnit;
    }
}
