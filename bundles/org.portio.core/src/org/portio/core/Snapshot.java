// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * All sockets of one moment.
 *
 * @param time when it was taken
 * @param source name of the source that took it
 * @param connections in the order of the source; immutable
 * @param limits what the source cannot see by its nature; hidden owners are counted from the connections
 * @param obstacles what keeps owners out of sight; empty if none is hidden
 */
public record Snapshot(
        Instant time, String source, List<Connection> connections, List<Unseen> limits, Set<Obstacle> obstacles) {

    /** One with nothing known of what hides owners. */
    public Snapshot(Instant time, String source, List<Connection> connections, List<Unseen> limits) {
        this(time, source, connections, limits, Set.of());
    }

    public Snapshot {
        obstacles = Set.copyOf(obstacles);
        connections = List.copyOf(connections);
        limits = List.copyOf(limits);
    }

    /** Number of sockets whose owner exists but may not be seen. */
    public int hiddenOwners() {
        return (int) connections.stream().filter(Connection::ownerHidden).count();
    }

    /** One sentence for the user on hidden owners; empty where none is hidden. */
    public String hiddenOwnersText() {
        int hidden = hiddenOwners();
        return hidden == 0
                ? ""
                : "owners of " + hidden + (hidden == 1 ? " socket" : " sockets") + " hidden: run with privileges";
    }
}
