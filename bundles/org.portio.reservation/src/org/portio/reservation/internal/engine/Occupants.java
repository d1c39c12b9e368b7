// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.reservation.PortKey;
import org.portio.reservation.internal.hold.HoldAddresses;

/** Finds who has a port, by one snapshot for any number of questions. */
final class Occupants {

    private static final Comparator<Connection> WEIGHT = Comparator.comparingInt(Occupants::weight);

    private static final long SELF = ProcessHandle.current().pid();

    private final Map<Integer, List<Connection>> byPort = new HashMap<>();
    private final String failure;

    private Occupants(List<Connection> connections, String failure) {
        this.failure = failure;
        for (Connection connection : connections) {
            byPort.computeIfAbsent(connection.local().port(), _ -> new ArrayList<>(2))
                    .add(connection);
        }
    }

    /** Returns those of this moment. */
    static Occupants of(ConnectionMonitor monitor) {
        try {
            return new Occupants(monitor.snapshot().unmerged().connections(), "");
        } catch (ConnectionException e) {
            return new Occupants(List.of(), e.getMessage());
        }
    }

    /** Returns whether the system did not tell. */
    boolean areUnknown() {
        return !failure.isEmpty();
    }

    /** Returns a phrase as {@code taken by java (PID 123), listening on 0.0.0.0:8080}. */
    String describe(PortKey key) {
        Optional<Connection> heaviest = sockets(key).min(WEIGHT);
        if (heaviest.isEmpty()) {
            return failure.isEmpty()
                    ? "taken by an unlisted socket"
                    : "taken by another socket, whose owner cannot be seen: " + failure;
        }
        Connection socket = heaviest.get();
        if (socket.state() == TcpState.TIME_WAIT) {
            return "taken by " + sockets(key).count()
                    + " leftovers of ended connections (TIME-WAIT), which expire within a minute";
        }
        return "taken by " + owner(socket) + ", " + whatItDoes(socket);
    }

    /** Returns the sockets by which somebody serves the port: TCP that listens, UDP without a peer. */
    List<Connection> listeners(PortKey key) {
        return sockets(key).filter(Connection::isListening).toList();
    }

    /** Returns those of other processes, though they may have a socket of the hold itself. */
    List<Connection> otherListeners(Slot slot) {
        Set<Long> held = slot.hold() == null ? Set.of() : slot.hold().inodes();
        return listeners(slot.key()).stream()
                .filter(socket -> !held.contains(socket.inode()) || isOfAnother(socket))
                .toList();
    }

    private static boolean isOfAnother(Connection socket) {
        return socket.owners().stream().anyMatch(owner -> owner.pid() != SELF);
    }

    private Stream<Connection> sockets(PortKey key) {
        return byPort.getOrDefault(key.port(), List.of()).stream().filter(socket -> isInTheWay(key, socket));
    }

    private static boolean isInTheWay(PortKey key, Connection socket) {
        return HoldAddresses.overlap(
                key,
                socket.protocol(),
                socket.local().port(),
                socket.local().address(),
                socket.family() == AddressFamily.IPV6);
    }

    /** Returns the smaller, the more it explains. */
    private static int weight(Connection socket) {
        if (socket.isListening()) {
            return 0;
        }
        if (socket.state() == TcpState.BOUND) {
            return 1;
        }
        return socket.state() == TcpState.TIME_WAIT ? 3 : 2;
    }

    static String owner(Connection socket) {
        if (!socket.owners().isEmpty()) {
            // This process has it open, too, if it was handed out by it.
            boolean shared = isOfAnother(socket);
            return socket.owners().stream()
                    .filter(owner -> !shared || owner.pid() != SELF)
                    .map(Occupants::process)
                    .collect(Collectors.joining(", "));
        }
        if (!socket.ownerHidden()) {
            return "the system itself";
        }
        return "a process that you may not see"
                + (socket.user() == null ? "" : ", of user " + socket.user().name());
    }

    /** Returns text such as {@code java (PID 123)}. */
    static String process(ProcessInfo process) {
        return process.name() + " (PID " + process.pid() + ")";
    }

    private static String whatItDoes(Connection socket) {
        if (socket.protocol() == Protocol.UDP && socket.remote() == null) {
            return "bound to " + socket.local();
        }
        if (socket.isListening()) {
            return "listening on " + socket.local();
        }
        if (socket.state() == TcpState.BOUND) {
            return "bound to " + socket.local() + " without listening";
        }
        return "connected from it to " + socket.remote();
    }
}
