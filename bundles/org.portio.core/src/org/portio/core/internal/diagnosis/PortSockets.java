// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Endpoint;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindConflict;

/** The sockets that have a port as their local one, by what they mean for who wants to bind it. */
record PortSockets(List<Connection> all) {

    /** What a socket goes through after its process has closed it. */
    private static final Set<TcpState> CLOSING =
            EnumSet.of(TcpState.FIN_WAIT_1, TcpState.FIN_WAIT_2, TcpState.CLOSING, TcpState.LAST_ACK);

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

    /** What connections leave behind when their process has closed them: the system ends them by itself. */
    List<Connection> leftovers() {
        return all.stream().filter(PortSockets::isLeftover).toList();
    }

    /** In the other states, one without an owner waits for its listener to accept it. */
    static boolean isLeftover(Connection socket) {
        return socket.state() == TcpState.TIME_WAIT
                || CLOSING.contains(socket.state()) && socket.owners().isEmpty() && !socket.ownerHidden();
    }

    private List<Connection> in(TcpState state) {
        return all.stream().filter(socket -> socket.state() == state).toList();
    }

    /** One phrase on who keeps this address from being bound. */
    String whoHas(Endpoint place) {
        return Stream.of(listeners(), bound(), connections(), leftovers())
                .flatMap(List::stream)
                .filter(socket -> isInTheWay(socket, place))
                .findFirst()
                .map(PortSockets::phrase)
                .orElse("held by a socket that no list shows");
    }

    /** Whether any socket is there that can keep the address from being bound. */
    boolean explain(Endpoint place) {
        return all.stream().anyMatch(socket -> isInTheWay(socket, place));
    }

    static boolean isInTheWay(Connection socket, Endpoint place) {
        return BindConflict.between(socket.local(), place);
    }

    /** As {@code java (pid 12) listens on 0.0.0.0:8080}. */
    static String phrase(Connection socket) {
        if (isLeftover(socket)) {
            return "left over by a connection to " + socket.remote() + ", in " + socket.stateText();
        }
        String verb = socket.isListening()
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
