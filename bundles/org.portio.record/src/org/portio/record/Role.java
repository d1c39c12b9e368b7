// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.util.Locale;

/** The part that a socket had in its life; the last one that fits of those below. */
public enum Role {
    /** Nothing but its ends is known: it was seen at its end alone, and neither port tells. */
    UNKNOWN,
    /** Had a port, but neither listened nor had a peer; for UDP, received from anybody. */
    BOUND,
    /** Listened for TCP connections. */
    LISTENING,
    /** Had a peer that it connected to. */
    OUTGOING,
    /** Had a peer that connected to a listener here. */
    INCOMING;

    /** Returns its name in lower case, as in {@code incoming}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
