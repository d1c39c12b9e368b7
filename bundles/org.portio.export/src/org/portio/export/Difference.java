// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.Locale;
import org.portio.core.Connection;

/**
 * Something that is different in two snapshots.
 *
 * @param before null if it was opened
 * @param after null if it was closed
 */
public record Difference(Kind kind, Connection before, Connection after) {

    /** The kind of difference; one that is of several kinds has the first of them. */
    public enum Kind {
        CLOSED,
        OPENED,
        /** A listener has moved to another address of the same port: others can reach it now, or cannot any more. */
        EXPOSURE,
        /** Other processes have it. */
        OWNER,
        STATE;

        /** Lower-case name, as in {@code opened}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns how it is now, or was last. */
    public Connection latest() {
        return after == null ? before : after;
    }
}
