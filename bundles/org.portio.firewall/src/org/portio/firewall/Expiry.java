// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.time.Duration;
import java.util.Objects;

/**
 * The time that a block lasts.
 *
 * @param duration how long for {@link Kind#AFTER}, at least a second; null for the others
 */
public record Expiry(Kind kind, Duration duration) {

    /** The event that ends a block. */
    public enum Kind {
        /** The block ends only when somebody unblocks it; it returns after a restart of the machine. */
        UNTIL_UNBLOCKED,
        /** The next restart of the machine. */
        UNTIL_RESTART,
        /** Time. */
        AFTER
    }

    public static final Expiry UNTIL_UNBLOCKED = new Expiry(Kind.UNTIL_UNBLOCKED, null);
    public static final Expiry UNTIL_RESTART = new Expiry(Kind.UNTIL_RESTART, null);

    public Expiry {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.AFTER) != (duration != null)) {
            throw new IllegalArgumentException("only AFTER takes a duration");
        }
        if (duration != null && duration.toSeconds() < 1) {
            throw new IllegalArgumentException("a block lasts at least 1 s");
        }
    }

    public static Expiry after(Duration duration) {
        return new Expiry(Kind.AFTER, duration);
    }
}
