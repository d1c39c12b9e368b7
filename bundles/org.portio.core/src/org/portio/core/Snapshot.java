// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All sockets of one moment, or those that were chosen from them.
 *
 * @param time when it was taken
 * @param source name of the source that took it
 * @param connections in the order of the source; immutable
 * @param limits what the source cannot see by its nature; hidden owners are counted from the connections
 * @param obstacles what keeps owners out of sight; empty if none is hidden
 * @param total number of all sockets of that moment, however many of them were chosen
 */
public record Snapshot(
        Instant time,
        String source,
        List<Connection> connections,
        List<Unseen> limits,
        Set<Obstacle> obstacles,
        int total) {

    /** Returns one with all sockets. */
    public Snapshot(
            Instant time, String source, List<Connection> connections, List<Unseen> limits, Set<Obstacle> obstacles) {
        this(time, source, connections, limits, obstacles, connections.size());
    }

    /** Returns one with nothing known of what hides owners. */
    public Snapshot(Instant time, String source, List<Connection> connections, List<Unseen> limits) {
        this(time, source, connections, limits, Set.of());
    }

    public Snapshot {
        obstacles = Set.copyOf(obstacles);
        connections = List.copyOf(connections);
        limits = List.copyOf(limits);
    }

    /** Returns the number of sockets whose owner exists but may not be seen. */
    public int hiddenOwners() {
        return (int) connections.stream().filter(Connection::ownerHidden).count();
    }

    /** Returns the same moment with only these of its connections. */
    public Snapshot with(List<Connection> chosen) {
        return new Snapshot(time, source, chosen, limits, obstacles, total);
    }

    /** Returns the same moment with each socket of its connections by itself, as the kernel has it. */
    public Snapshot unmerged() {
        return isMerged()
                ? with(connections.stream()
                        .flatMap(connection -> connection.sockets().stream())
                        .toList())
                : this;
    }

    private boolean isMerged() {
        for (Connection connection : connections) {
            if (connection.keeping().isKept()) {
                return true;
            }
        }
        return false;
    }

    /** Returns one sentence for the user on owners that are not seen, and on what would help; empty if all are. */
    public String hiddenOwnersText() {
        int outside = count(Ownership.OUTSIDE);
        int hidden = hiddenOwners() - outside;
        String texts = hidden == 0 ? "" : ownersOf(hidden) + " hidden" + why();
        if (outside == 0) {
            return texts;
        }
        return (texts.isEmpty() ? "" : texts + "; ") + ownersOf(outside) + " outside this container";
    }

    private String why() {
        // In the order of the enum: what helps most comes first.
        String why = Stream.of(Obstacle.values())
                .filter(obstacles::contains)
                .map(Obstacle::explanation)
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? "" : ": " + why;
    }

    private int count(Ownership ownership) {
        return (int) connections.stream()
                .filter(connection -> connection.ownership() == ownership)
                .count();
    }

    private static String ownersOf(int sockets) {
        return "owners of " + sockets + (sockets == 1 ? " socket" : " sockets");
    }
}
