// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Locale;

/** The treatment of a blocked packet. */
public enum Verdict {
    /** Packets are answered: the other side learns at once that nobody is there. */
    REJECT,
    /** Packets disappear: the other side waits until it gives up. */
    DROP;

    /** Returns text such as {@code reject}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
