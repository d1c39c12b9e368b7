// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Snapshot;

/** The connections of a snapshot that stand out until the next: those that are new or changed. */
record Highlights(Set<Connection> opened, Set<Connection> changed) {

    static final String OPENED_COLOUR = "org.portio.core.ui.openedConnection";
    static final String CHANGED_COLOUR = "org.portio.core.ui.changedConnection";

    /** Creates one in which nothing stands out, since everything is new in a first snapshot. */
    static Highlights of(Snapshot snapshot, Delta delta) {
        boolean first = delta.opened().size() == snapshot.connections().size();
        return new Highlights(
                first ? Set.of() : identitySet(delta.opened()),
                identitySet(delta.changed().stream().map(Delta.Change::after).toList()));
    }

    /** Returns the id of the theme colour for this connection of the snapshot; null if it does not stand out. */
    String colour(Connection connection) {
        if (opened.contains(connection)) {
            return OPENED_COLOUR;
        }
        return changed.contains(connection) ? CHANGED_COLOUR : null;
    }

    /** The delta's connections are the snapshot's own, and two sockets may be equal. */
    private static Set<Connection> identitySet(Collection<Connection> connections) {
        Set<Connection> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(connections);
        return set;
    }
}
