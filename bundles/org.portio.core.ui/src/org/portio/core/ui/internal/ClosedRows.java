// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;

/** The connections that have closed a while ago, as rows that are shown a while longer. From any thread. */
final class ClosedRows {

    /** The newest are kept: a busy server closes more in a minute than anybody reads. */
    static final int MOST = 5_000;

    private record Closed(Connection row, Instant time) {}

    private record Ends(Protocol protocol, Endpoint local, Endpoint remote, String namespace) {

        static Ends of(Connection connection) {
            return new Ends(connection.protocol(), connection.local(), connection.remote(), connection.namespace());
        }
    }

    /** The closed ones by time, the oldest first. */
    private final Deque<Closed> kept = new ArrayDeque<>();

    /** Takes in what has changed until this time. */
    synchronized void refreshed(Instant time, Delta delta) {
        delta.closed().stream()
                // Both of its ends had closed it before; only the kernel remembered it.
                .filter(connection -> connection.state() != TcpState.TIME_WAIT)
                .map(connection -> new Closed(row(connection), time))
                .forEach(kept::addLast);
        if (!kept.isEmpty()) {
            // The kernel goes on with another socket where it waits, and programs where they are started again.
            Set<Ends> back = delta.opened().stream().map(Ends::of).collect(Collectors.toSet());
            kept.removeIf(closed -> back.contains(Ends.of(closed.row())));
        }
        while (kept.size() > MOST) {
            kept.removeFirst();
        }
    }

    private static Connection row(Connection connection) {
        TcpState state = connection.protocol() == Protocol.TCP ? TcpState.CLOSED : null;
        return connection.with().state(state).build();
    }

    /** Forgets those that closed longer ago than this, and returns the others. */
    synchronized List<Connection> rows(Duration keep, Instant now) {
        kept.removeIf(closed -> !closed.time().plus(keep).isAfter(now));
        return kept.stream().map(Closed::row).toList();
    }

    /** Returns when each of its rows closed; by the rows themselves, of which two may be equal. */
    synchronized Map<Connection, Instant> times() {
        Map<Connection, Instant> times = new IdentityHashMap<>();
        kept.forEach(closed -> times.put(closed.row(), closed.time()));
        return times;
    }

    /** Returns when this connection closed, or was found to have; empty if it is not among them. */
    synchronized Optional<Instant> closed(Connection connection) {
        return kept.stream()
                .filter(closed -> closed.row().key().equals(connection.key()))
                .map(Closed::time)
                .findFirst();
    }

    /** Returns the others of these rows, which are still there. */
    synchronized List<Connection> without(List<Connection> rows) {
        Set<Connection> closed = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.forEach(one -> closed.add(one.row()));
        return rows.stream().filter(row -> !closed.contains(row)).toList();
    }
}
