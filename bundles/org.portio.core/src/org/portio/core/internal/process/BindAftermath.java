// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.address.Endpoint;
import org.portio.core.internal.BindTrial;
import org.portio.core.internal.BindTrial.Outcome;
import org.portio.core.internal.Leftovers;
import org.portio.core.process.HeldPort;
import org.portio.core.process.PortAftermath;
import org.portio.core.process.PortAftermath.State;

/**
 * Judges by binding it whether a port that nobody listens on any more is free.
 *
 * @param held the sockets that had it
 * @param left those that are at the same addresses now
 */
record BindAftermath(HeldPort port, List<Connection> held, List<Connection> left, ConnectionMonitor monitor) {

    /** A place where a server would bind the port again. */
    private record Place(Protocol protocol, Endpoint local) {}

    PortAftermath judge() {
        if (!isTaken(false)) {
            return new PortAftermath(State.FREE, "", List.of());
        }
        Leftovers leftovers = Leftovers.among(left, monitor);
        List<Connection> others =
                left.stream().filter(socket -> !Leftovers.isOne(socket)).toList();
        List<ProcessInfo> holders = others.stream()
                .flatMap(socket -> socket.owners().stream())
                .distinct()
                .toList();
        if (left.isEmpty()) {
            return new PortAftermath(State.TAKEN, "an unlisted socket has the port", holders);
        }
        boolean blocked = isTaken(true);
        String who = blocked ? "no server" : "a server without SO_REUSEADDR cannot";
        String detail = "nobody listens on " + name() + " any more; "
                + (others.isEmpty() ? leftovers.text() : connections(others, holders)) + ", during which "
                + (blocked ? who + " can bind it" : who + " bind it");
        return new PortAftermath(blocked ? State.BLOCKED : State.FREE_WITH_REUSE, detail, holders);
    }

    private boolean isTaken(boolean reuse) {
        return held.stream()
                .map(socket -> new Place(socket.protocol(), socket.local()))
                .distinct()
                .anyMatch(place -> BindTrial.bind(place.protocol(), place.local(), reuse) == Outcome.TAKEN);
    }

    /** Returns text such as {@code python3 (PID 12) still has 2 connections there}. */
    private static String connections(List<Connection> others, List<ProcessInfo> holders) {
        String who = holders.isEmpty()
                ? "somebody"
                : holders.stream().map(Successors::name).collect(Collectors.joining(", "));
        return who + " still has " + (others.size() == 1 ? "a connection" : others.size() + " connections") + " there";
    }

    /** Returns text such as {@code TCP 8080}; without the protocol if both were held. */
    private String name() {
        List<Protocol> protocols =
                held.stream().map(Connection::protocol).distinct().toList();
        return (protocols.size() == 1 ? protocols.getFirst() + " " : "port ") + port.port();
    }
}
