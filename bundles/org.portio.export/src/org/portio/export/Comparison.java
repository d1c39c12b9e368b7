// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.ConnectionKey;
import org.portio.core.Delta;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.export.Difference.Kind;

/**
 * Two snapshots that may lie far apart, with all that is different. A socket is the same if its ends are, whichever process
 * has it: a service that was restarted has changed its owner.
 *
 * @param differences ordered by kind, then by local end
 */
public record Comparison(Instant before, Instant after, List<Difference> differences) {

    /** The place that a listener is known by, at whichever address. */
    private record Place(Protocol protocol, int port, String namespace) {

        static Place of(Connection listener) {
            return new Place(listener.protocol(), listener.local().port(), listener.namespace());
        }
    }

    /**
     * Two snapshots without the sockets that are in both as they are. Several listeners may share their ends
     * (SO_REUSEPORT), in any order: one is not to be taken for another of them.
     */
    private record Unchanged(Snapshot restBefore, Snapshot restAfter) {

        private record Same(ConnectionKey key, String pids, TcpState state) {

            static Same of(Connection connection) {
                return new Same(connection.key(), connection.pidText(), connection.state());
            }
        }

        static Unchanged between(Snapshot before, Snapshot after) {
            Map<Same, Integer> there = new HashMap<>();
            before.connections().forEach(connection -> there.merge(Same.of(connection), 1, Integer::sum));
            List<Connection> restAfter = after.connections().stream()
                    .filter(connection -> !take(there, connection))
                    .toList();
            List<Connection> restBefore = before.connections().stream()
                    .filter(connection -> take(there, connection))
                    .toList();
            return new Unchanged(before.with(restBefore), after.with(restAfter));
        }

        /** Takes one away; returns false if there is none. */
        private static boolean take(Map<Same, Integer> there, Connection connection) {
            Same same = Same.of(connection);
            int left = there.getOrDefault(same, 0);
            there.put(same, Math.max(0, left - 1));
            return left > 0;
        }
    }

    public Comparison {
        differences = List.copyOf(differences);
    }

    public static Comparison of(Snapshot before, Snapshot after) {
        Unchanged unchanged = Unchanged.between(withoutNumbers(before), withoutNumbers(after));
        Delta delta = Delta.between(unchanged.restBefore(), unchanged.restAfter());
        List<Difference> differences = new ArrayList<>();
        delta.changed().forEach(change -> addChange(differences, change.before(), change.after()));
        addMoves(differences, delta.closed(), delta.opened());
        differences.sort(Comparator.comparing(Difference::kind)
                .thenComparing(difference -> difference.latest().local()));
        return new Comparison(before.time(), after.time(), differences);
    }

    /** Returns those that are about such a socket, before or after. */
    public Comparison of(Predicate<Connection> chosen) {
        return new Comparison(
                before,
                after,
                differences.stream()
                        .filter(difference ->
                                isChosen(difference.before(), chosen) || isChosen(difference.after(), chosen))
                        .toList());
    }

    /** Returns all but those of this kind alone. */
    public Comparison without(Kind kind) {
        return new Comparison(
                before,
                after,
                differences.stream()
                        .filter(difference -> difference.kind() != kind)
                        .toList());
    }

    private static boolean isChosen(Connection connection, Predicate<Connection> chosen) {
        return connection != null && chosen.test(connection);
    }

    /** Leaves out the kernel's numbers of sockets and interfaces: no file has them, and a restart makes them others. */
    private static Snapshot withoutNumbers(Snapshot snapshot) {
        return snapshot.with(snapshot.connections().stream()
                .map(connection -> connection
                        .with()
                        .local(withoutNumber(connection.local()))
                        .remote(withoutNumber(connection.remote()))
                        .platformKey(0)
                        .build())
                .toList());
    }

    private static Endpoint withoutNumber(Endpoint end) {
        return end == null
                ? null
                : new Endpoint(
                        end.address(),
                        end.port(),
                        new NetInterface(0, end.netInterface().name()));
    }

    private static void addChange(List<Difference> differences, Connection before, Connection after) {
        if (Difference.hasOtherOwners(before, after)) {
            differences.add(new Difference(Kind.OWNER, before, after));
        } else if (before.state() != after.state()) {
            differences.add(new Difference(Kind.STATE, before, after));
        }
    }

    private static void addMoves(List<Difference> differences, List<Connection> closed, List<Connection> opened) {
        Map<Place, Queue<Connection>> gone = new HashMap<>();
        // In an order of their own, so that the same snapshots always give the same pairs.
        closed.stream()
                .filter(Connection::isListening)
                .sorted(Comparator.comparing(Connection::local))
                .forEach(listener -> gone.computeIfAbsent(Place.of(listener), _ -> new ArrayDeque<>())
                        .add(listener));
        for (Connection after : opened) {
            Queue<Connection> earlier = after.isListening() ? gone.get(Place.of(after)) : null;
            Connection before = earlier == null ? null : earlier.poll();
            differences.add(new Difference(before == null ? Kind.OPENED : Kind.EXPOSURE, before, after));
        }
        gone.values()
                .forEach(left -> left.forEach(before -> differences.add(new Difference(Kind.CLOSED, before, null))));
        closed.stream()
                .filter(before -> !before.isListening())
                .forEach(before -> differences.add(new Difference(Kind.CLOSED, before, null)));
    }
}
