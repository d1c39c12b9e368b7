// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Duration;

/**
 * The limits of what is kept of the past. All that is older, or too much, goes, an hour of it at a time at most.
 *
 * @param time how long it is kept
 * @param bytes how many it may take on the disk
 */
public record Retention(Duration time, long bytes) {

    /** A day, and 200 MB. */
    public static final Retention DEFAULT = new Retention(Duration.ofHours(24), 200_000_000);

    public Retention {
        if (!time.isPositive() || bytes <= 0) {
            throw new IllegalArgumentException("nothing would be kept");
        }
    }
}
