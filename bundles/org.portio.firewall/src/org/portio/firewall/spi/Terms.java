// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.time.Duration;
import org.portio.firewall.Verdict;

/**
 * The terms of a rule beyond its tag, for a block that no journal describes.
 *
 * @param verdict null if the rule does not tell
 * @param loopback whether it also blocks connections within this machine
 * @param cutExisting whether it also blocks connections that were there before it
 * @param remaining how long the system still keeps it; null if it does not end by itself
 */
public record Terms(Verdict verdict, boolean loopback, boolean cutExisting, Duration remaining) {

    /** The terms of a rule that says nothing about them. */
    public static final Terms UNKNOWN = new Terms(null, false, false, null);
}
