// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Instant;
import java.util.Objects;

/**
 * A time that something happened at, as exactly as it is known: not before the one, not after the other.
 *
 * @param earliest to the microsecond; equals {@code latest} if the time is exact
 * @param latest to the microsecond; never before {@code earliest}
 * @param evidence how it was learnt
 */
public record Moment(Instant earliest, Instant latest, Evidence evidence) {

    public Moment {
        Objects.requireNonNull(evidence, "evidence");
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("a moment that ends at " + latest + ", before it begins at " + earliest);
        }
    }

    /** Returns one that is known exactly. */
    public static Moment at(Instant time, Evidence evidence) {
        return new Moment(time, time, evidence);
    }

    /** Returns whether the time is known exactly. */
    public boolean isExact() {
        return earliest.equals(latest);
    }
}
