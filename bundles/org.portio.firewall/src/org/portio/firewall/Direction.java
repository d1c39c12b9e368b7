// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Locale;

/** The direction of blocked packets, seen from this machine. */
public enum Direction {
    /** Traffic to a local port. */
    INBOUND,
    /** Traffic to a port of another machine. */
    OUTBOUND,
    BOTH;

    public boolean includes(Direction other) {
        return this == BOTH || this == other;
    }

    /** Returns text such as {@code inbound}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
