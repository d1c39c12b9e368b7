// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.diagnosis.Question;

/** The sockets that have a port as their local one, by what they mean for who wants to bind it. */
record PortSockets(List<Connection> all) {

    static PortSockets of(Question question) {
        return new PortSockets(question.snapshot().connections().stream()
                .filter(socket -> socket.protocol() == question.protocol()
                        && socket.local().port() == question.port())
                .toList());
    }

    /** TCP listeners, and all of UDP. */
    List<Connection> listeners() {
        return all.stream()
                .filter(socket -> socket.isListening() || socket.protocol() == Protocol.UDP)
                .toList();
    }

    /** Bound, and neither listening nor connected. */
    List<Connection> bound() {
        return in(TcpState.BOUND);
    }

    /** Connections that live, where nobody listens: they keep the port all the same. */
    List<Connection> connections() {
        return all.stream()
                .filter(socket -> socket.remote() != null && socket.protocol() == Protocol.TCP && !isLeftover(socket))
                .toList();
    }

    /** What connections leave behind when their process has closed them. */
    List<Connection> leftovers() {
        return all.stream().filter(PortSockets::isLeftover).toList();
    }

    private static boolean isLeftover(Connection socket) {
        return socket.state() == TcpState.TIME_WAIT
                || socket.owners().isEmpty()
                        && !socket.ownerHidden()
                        && socket.remote() != null
                        && socket.protocol() == Protocol.TCP;
    }

    private List<Connection> in(TcpState state) {
        return all.stream().filter(socket -> socket.state() == state).toList();
    }

    /** One phrase on who keeps this address from being bound. */
    String whoHas(InetAddress address) {
        return Stream.of(listeners(), bound(), connections(), leftovers())
                .flatMap(List::stream)
                .filter(socket -> meet(socket.local().address(), address))
                .findFirst()
                .map(PortSockets::phrase)
                .orElse("held by a socket that no list shows");
    }

    private static boolean meet(InetAddress held, InetAddress wanted) {
        InetAddress plain = Addresses.unmapped(held);
        boolean sameFamily = plain instanceof Inet4Address == wanted instanceof Inet4Address;
        // A wildcard of IPv6 mostly is one of IPv4, too.
        return plain.equals(wanted)
                || wanted.isAnyLocalAddress()
                || plain.isAnyLocalAddress() && (sameFamily || !(plain instanceof Inet4Address));
    }

    /** As {@code java (pid 12) listens on 0.0.0.0:8080}. */
    static String phrase(Connection socket) {
        if (isLeftover(socket)) {
            return "left over by a connection to " + socket.remote() + ", in " + socket.stateText();
        }
        String verb = socket.isListening() || socket.protocol() == Protocol.UDP
                ? " listens on "
                : socket.state() == TcpState.BOUND ? " has bound " : " has a connection at ";
        return who(socket) + verb + socket.local();
    }

    /** As {@code java (pid 12)}. */
    static String who(Connection socket) {
        if (socket.owners().isEmpty()) {
            return socket.ownerHidden() ? "a process that is hidden" : "the system";
        }
        return socket.owners().stream()
                .map(owner -> owner.name() + " (pid " + owner.pid() + ")")
                .collect(Collectors.joining(", "));
    }
}
