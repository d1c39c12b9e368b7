// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as microseconds of the epoch; those that are too far off are without end. */
public final class Micros {

    /** Stands for {@link Instant#MIN} and all that is too early for a number. */
    public static final long MIN = Long.MIN_VALUE;
    /** Stands for {@link Instant#MAX} and all that is too late for a number. */
    public static final long MAX = Long.MAX_VALUE;

    private static final Instant FIRST = Instant.EPOCH.plus(MIN + 1, ChronoUnit.MICROS);
    private static final Instant LAST = Instant.EPOCH.plus(MAX - 1, ChronoUnit.MICROS);

    private Micros() {}

    public static long of(Instant time) {
        if (time.isBefore(FIRST)) {
            return MIN;
        }
        return time.isAfter(LAST) ? MAX : time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    public static Instant instant(long micros) {
        if (micros == MIN) {
            return Instant.MIN;
        }
        return micros == MAX
                ? Instant.MAX
                : Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1000L);
    }
}
