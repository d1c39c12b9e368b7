// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portio.core.Connection;

/**
 * Something that is different in two snapshots.
 *
 * @param kind the first one of those that apply; {@link #kinds} has all
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

    /** Returns all kinds that apply: a listener that has moved may have another owner as well. */
    public List<Kind> kinds() {
        if (before == null || after == null) {
            return List.of(kind);
        }
        List<Kind> kinds = new ArrayList<>();
        if (!before.local().equals(after.local())) {
            kinds.add(Kind.EXPOSURE);
        }
        if (hasOtherOwners(before, after)) {
            kinds.add(Kind.OWNER);
        }
        if (before.state() != after.state()) {
            kinds.add(Kind.STATE);
        }
        return kinds;
    }

    /** Returns whether other processes have a socket; false if they could not be seen, before or after. */
    static boolean hasOtherOwners(Connection before, Connection after) {
        return !before.ownerHidden()
                && !after.ownerHidden()
                && !before.pidText().equals(after.pidText());
    }

    /** Returns how it is now, or was last. */
    public Connection latest() {
        return after == null ? before : after;
    }
}
