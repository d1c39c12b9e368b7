// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.util.Locale;

/**
 * Something that PortIO has made for a run.
 *
 * @param key names it among those of its kind, for whoever reverts it
 * @param text names it for the user, such as {@code TCP 8080 inbound}
 */
public record Holding(Kind kind, String key, String text) {

    /** The capability that it is of. */
    public enum Kind {
        BLOCK,
        RESERVATION,
        SERVER;

        /** Lower-case name. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
