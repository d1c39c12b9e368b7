// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;

/** Describes the owner of a socket without a visible process, and what is in the way. */
public final class UnseenOwner {

    private UnseenOwner() {}

    /** Returns the owner as the subject of a sentence. */
    public static String who(Connection socket) {
        return switch (socket.ownership()) {
            case KERNEL, OUTSIDE -> socket.ownership().explanation();
            case HIDDEN, UNKNOWN -> "a hidden process";
            case KNOWN, NONE, CLOSED -> "the system";
        };
    }

    /**
     * Returns what is in the way of seeing it, or what helps, in brackets after a sentence; empty if nothing is known.
     */
    public static String why(Connection socket, Set<Obstacle> obstacles) {
        if (socket.ownership() != Ownership.HIDDEN && socket.ownership() != Ownership.UNKNOWN) {
            return "";
        }
        String why = Stream.of(Obstacle.values())
                .filter(obstacles::contains)
                .map(Obstacle::explanation)
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    /** Returns whether root would see it. */
    public static boolean isSeenByRoot(Connection socket, Set<Obstacle> obstacles) {
        return socket.ownership() == Ownership.HIDDEN && obstacles.contains(Obstacle.OTHER_USERS);
    }
}
