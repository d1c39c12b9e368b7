// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ILog;
import org.portio.core.Connection;
import org.portio.core.Snapshot;

/**
 * Follows one connection from snapshot to snapshot, and beyond its end: who looks at a connection when it closes wants
 * to know what it was. From any thread; only {@link #inspect()} takes its time.
 */
final class ConnectionInspector {

    private final List<PropertySection> sections;
    private final Supplier<Snapshot> latest;
    private final Function<Connection, Optional<Instant>> closed;
    private final Set<PropertySection> broken = new HashSet<>();
    private Connection followed;
    private boolean selected;
    private Inspection last = Inspection.NOTHING;

    /**
     * Creates one.
     *
     * @param latest gives the latest snapshot, which is at least as new as any connection to follow
     * @param closed tells when a connection closed that is in it no longer; empty if it has just been found to be gone
     */
    ConnectionInspector(
            List<PropertySection> sections, Supplier<Snapshot> latest, Function<Connection, Optional<Instant>> closed) {
        this.sections = List.copyOf(sections);
        this.latest = latest;
        this.closed = closed;
    }

    /** The user selected this connection, or its row has changed. */
    synchronized void follow(Connection connection) {
        // A closed socket appears again if only its addresses distinguish it from others.
        if (followed == null || !isSame(followed, connection) || last.closed() != null) {
            last = Inspection.NOTHING;
        }
        followed = connection;
        selected = true;
    }

    /** The row is no longer selected: the user wants it so, or the row no longer exists. */
    synchronized void deselect() {
        selected = false;
    }

    synchronized void forget() {
        followed = null;
        last = Inspection.NOTHING;
    }

    /** Returns whether another look may show something new. */
    synchronized boolean isFollowing() {
        return followed != null && last.closed() == null;
    }

    /** Looks at the connection; empty if the user has selected another one meanwhile. */
    Optional<Inspection> inspect() {
        Connection target;
        Inspection before;
        boolean wanted;
        synchronized (this) {
            target = followed;
            before = last;
            wanted = selected;
        }
        if (target == null || before.closed() != null) {
            return Optional.of(before);
        }
        return keep(target, look(target, before, wanted));
    }

    private Inspection look(Connection target, Inspection before, boolean wanted) {
        Snapshot snapshot = latest.get();
        Optional<Connection> now = find(snapshot, target);
        if (now.isEmpty()) {
            List<PropertyCategory> known = before.categories().isEmpty() ? describe(target) : before.categories();
            return new Inspection(target, closed.apply(target).orElse(snapshot.time()), known);
        }
        return wanted ? new Inspection(now.get(), null, describe(now.get())) : Inspection.NOTHING;
    }

    private synchronized Optional<Inspection> keep(Connection target, Inspection inspection) {
        boolean dropped = inspection.connection() == null;
        if (followed == null || !isSame(followed, target) || dropped && selected) {
            return Optional.empty();
        }
        followed = inspection.connection();
        last = inspection;
        return Optional.of(inspection);
    }

    /** Returns where sockets have no number of their own several may have one key: then the one with the same owners. */
    private static Optional<Connection> find(Snapshot snapshot, Connection target) {
        List<Connection> same = snapshot.connections().stream()
                .filter(connection -> isSame(connection, target))
                .toList();
        return same.stream()
                .filter(connection -> connection.pidText().equals(target.pidText()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    /** Compares the port first: no key need be made for nearly all of a large snapshot. */
    private static boolean isSame(Connection one, Connection other) {
        return one.local().port() == other.local().port() && one.key().equals(other.key());
    }

    private List<PropertyCategory> describe(Connection connection) {
        List<PropertyCategory> categories = new ArrayList<>();
        for (PropertySection section : sections) {
            try {
                categories.addAll(section.categories(connection));
            } catch (RuntimeException e) {
                // One that fails must not take the others along, nor fill the log.
                if (broken.add(section)) {
                    ILog.of(ConnectionInspector.class)
                            .error("properties left out: " + section.getClass().getName(), e);
                }
            }
        }
        return categories;
    }
}
