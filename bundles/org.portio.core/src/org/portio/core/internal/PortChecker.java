// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.port.PortCheck.Check;
import org.portio.core.port.PortCheck.Evidence;
import org.portio.core.port.PortProbe;

/** Answers from the list if it shows a holder; if it shows none, it may just not see it, and the probe decides. */
public final class PortChecker {

    private final int port;
    private final Snapshot snapshot;
    private final PortProbe probe;

    public PortChecker(int port, Snapshot snapshot, PortProbe probe) {
        this.port = port;
        this.snapshot = snapshot;
        this.probe = probe;
    }

    public List<Check> check(Collection<Protocol> protocols) {
        return protocols.stream()
                .flatMap(protocol -> Arrays.stream(AddressFamily.values()).map(family -> check(protocol, family)))
                .toList();
    }

    private Check check(Protocol protocol, AddressFamily family) {
        List<Connection> sockets =
                sockets(protocol).filter(socket -> socket.family() == family).toList();
        boolean listed = sockets.stream().anyMatch(PortChecker::isAlive);
        return listed ? new Check(protocol, family, true, Evidence.LISTED, sockets) : probe(protocol, family);
    }

    private Check probe(Protocol protocol, AddressFamily family) {
        List<Connection> reaching =
                sockets(protocol).filter(socket -> reaches(socket, family)).toList();
        List<Connection> alive = reaching.stream().filter(PortChecker::isAlive).toList();
        List<Connection> leftovers =
                reaching.stream().filter(socket -> !isAlive(socket)).toList();
        PortProbe.Result result = probe.probe(protocol, family, port, addresses(leftovers));
        boolean bindable = result == PortProbe.Result.FREE || result == PortProbe.Result.UNAVAILABLE;
        if (!bindable && !alive.isEmpty()) {
            return new Check(protocol, family, true, Evidence.DUAL_STACK, reaching);
        }
        return new Check(protocol, family, result == PortProbe.Result.TAKEN, evidence(result), leftovers);
    }

    private Stream<Connection> sockets(Protocol protocol) {
        return snapshot.connections().stream()
                .filter(socket ->
                        socket.protocol() == protocol && socket.local().port() == port);
    }

    /** A TIME-WAIT entry is what a connection that has ended leaves for a minute: no process holds the port by it. */
    private static boolean isAlive(Connection socket) {
        return socket.state() != TcpState.TIME_WAIT;
    }

    /** An IPv6 socket reaches into IPv4 on the wildcard address, unless it is for IPv6 only, and on v4-mapped ones. */
    private static boolean reaches(Connection socket, AddressFamily family) {
        InetAddress local = socket.local().address();
        return socket.family() == family
                || family == AddressFamily.IPV4
                        && (local.isAnyLocalAddress() || Addresses.unmapped(local) instanceof Inet4Address);
    }

    private static Set<InetAddress> addresses(List<Connection> sockets) {
        return sockets.stream()
                .map(socket -> Addresses.unmapped(socket.local().address()))
                .collect(Collectors.toSet());
    }

    private static Evidence evidence(PortProbe.Result result) {
        return switch (result) {
            case FREE, TAKEN -> Evidence.PROBE;
            case DENIED -> Evidence.DENIED;
            case UNAVAILABLE -> Evidence.UNAVAILABLE;
        };
    }
}
