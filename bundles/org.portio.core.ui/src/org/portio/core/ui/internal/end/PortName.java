// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.KernelUse;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.Endpoint;
import org.portio.core.process.EndCommand;
import org.portio.core.process.HeldPort;

/**
 * A port that somebody may hold.
 *
 * @param places local addresses that are meant; empty for any
 * @param connections whether also those count that have no more than a connection there
 */
record PortName(Protocol protocol, int port, List<Endpoint> places, boolean connections) {

    PortName {
        places = List.copyOf(places);
    }

    /** Creates one at any address. */
    PortName(Protocol protocol, int port) {
        this(protocol, port, List.of(), false);
    }

    /** Returns the one that these sockets keep from others; empty if there are none or several. */
    static Optional<PortName> of(Collection<Connection> sockets) {
        List<PortName> ports = sockets.stream()
                .filter(HeldPort::isHolding)
                .map(socket -> new PortName(socket.protocol(), socket.local().port()))
                .distinct()
                .limit(2)
                .toList();
        return ports.size() == 1 ? Optional.of(ports.getFirst()) : Optional.empty();
    }

    HeldPort held() {
        return new HeldPort(port, protocol, places, List.of());
    }

    private Stream<Connection> sockets(Snapshot snapshot) {
        HeldPort held = held();
        return snapshot.connections().stream()
                .filter(held::isAt)
                .filter(socket -> connections || HeldPort.isHolding(socket));
    }

    /** Returns the processes that hold it, as far as they may be seen. */
    List<ProcessInfo> owners(Snapshot snapshot) {
        return sockets(snapshot)
                .flatMap(socket -> socket.owners().stream())
                .distinct()
                .toList();
    }

    /** Returns why no process can be seen that has it. */
    String whyNone(Snapshot snapshot) {
        // In the order of the enum: what the user can do most about comes first.
        Ownership ownership = sockets(snapshot)
                .map(Connection::ownership)
                .filter(known -> known.isUnseen() || known == Ownership.KERNEL)
                .min(Comparator.naturalOrder())
                .orElse(Ownership.NONE);
        return switch (ownership) {
            case HIDDEN, UNKNOWN -> whyHidden(snapshot);
            case OUTSIDE -> NLS.bind(Messages.PortName_outside, this);
            case KERNEL -> whyKernel(snapshot);
            case KNOWN, NONE, CLOSED -> NLS.bind(Messages.PortName_nobody, this);
        };
    }

    private String whyKernel(Snapshot snapshot) {
        return sockets(snapshot)
                .map(Connection::kernelUse)
                .filter(KernelUse::isKnown)
                .findFirst()
                .map(use -> NLS.bind(Messages.PortName_kernelUse, this, use.text()))
                .orElseGet(() -> NLS.bind(Messages.PortName_kernel, this));
    }

    /** Tells a command only if it helps: root sees what other users own, but nobody sees past a container. */
    private String whyHidden(Snapshot snapshot) {
        Set<Obstacle> obstacles = snapshot.obstacles();
        if (obstacles.contains(Obstacle.OTHER_USERS)) {
            return NLS.bind(Messages.PortName_otherUser, this, command(snapshot));
        }
        String why = Stream.of(Obstacle.values())
                .filter(obstacles::contains)
                .map(Obstacle::explanation)
                .collect(Collectors.joining("; "));
        return why.isEmpty()
                ? NLS.bind(Messages.PortName_hidden, this)
                : NLS.bind(Messages.PortName_hiddenWhy, this, why);
    }

    /** Ends the first of those that are hidden, and nobody who has the port elsewhere. */
    private String command(Snapshot snapshot) {
        return sockets(snapshot)
                .filter(socket -> socket.ownership().isUnseen())
                .findFirst()
                .map(socket -> "portio " + EndCommand.of(socket, snapshot.connections(), ""))
                .orElseThrow();
    }

    /** Returns text such as {@code TCP 8080} or {@code TCP 127.0.0.1:8080}. */
    @Override
    public String toString() {
        return places.isEmpty()
                ? protocol + " " + port
                : protocol + " " + places.stream().map(Endpoint::toString).collect(Collectors.joining(", "));
    }
}
