// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindConflict;
import org.portio.core.internal.Leftovers;
import org.portio.core.internal.UnseenOwner;

/** The sockets that have a port as their local one, by what they mean for who wants to bind it. */
public record PortSockets(List<Connection> all) {

    public static PortSockets of(Question question) {
        return new PortSockets(question.snapshot().connections().stream()
                .filter(socket -> socket.protocol() == question.protocol()
                        && socket.local().port() == question.port())
                .toList());
    }

    /** Returns the sockets without those that are bound to another network interface than each of the places. */
    PortSockets at(List<Endpoint> places) {
        return new PortSockets(all.stream()
                .filter(socket -> places.stream()
                        .anyMatch(place ->
                                place.netInterface().meets(socket.local().netInterface())))
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

    /** Returns connections that live, if nobody listens: they keep the port all the same. */
    List<Connection> connections() {
        return all.stream()
                .filter(socket ->
                        socket.remote() != null && socket.protocol() == Protocol.TCP && !Leftovers.isOne(socket))
                .toList();
    }

    /**
     * Returns the sockets that connections leave behind when their process has closed them: the system removes them.
     */
    List<Connection> leftovers() {
        return all.stream().filter(Leftovers::isOne).toList();
    }

    private List<Connection> in(TcpState state) {
        return all.stream().filter(socket -> socket.state() == state).toList();
    }

    /** Returns one phrase on who keeps this address from being bound. */
    String whoHas(Endpoint place) {
        return Stream.of(listeners(), bound(), connections(), leftovers())
                .flatMap(List::stream)
                .filter(socket -> isInTheWay(socket, place))
                .findFirst()
                .map(PortSockets::phrase)
                .orElse("held by an unlisted socket");
    }

    /** Returns whether any socket is there that can keep the address from being bound. */
    boolean explain(Endpoint place) {
        return all.stream().anyMatch(socket -> isInTheWay(socket, place));
    }

    /** Tells whether a listener or a socket that is bound keeps the address from being bound. */
    boolean isHeld(Endpoint place) {
        return Stream.concat(listeners().stream(), bound().stream()).anyMatch(socket -> isInTheWay(socket, place));
    }

    public static boolean isInTheWay(Connection socket, Endpoint place) {
        return BindConflict.between(socket.local(), place);
    }

    /** Returns text such as {@code java (PID 12) listens on 0.0.0.0:8080}. */
    static String phrase(Connection socket) {
        if (Leftovers.isOne(socket)) {
            return "left over from a connection to " + socket.remote() + ", in " + socket.stateText();
        }
        boolean several = socket.owners().size() > 1;
        return who(socket) + (several ? verbOfSeveral(socket) : verbOfOne(socket)) + socket.local();
    }

    private static String verbOfOne(Connection socket) {
        if (socket.isListening()) {
            return " listens on ";
        }
        return socket.state() == TcpState.BOUND ? " has bound " : " has a connection at ";
    }

    private static String verbOfSeveral(Connection socket) {
        if (socket.isListening()) {
            return " listen on ";
        }
        return socket.state() == TcpState.BOUND ? " have bound " : " have a connection at ";
    }

    /** Returns text such as {@code java (PID 12)}. */
    static String who(Connection socket) {
        if (socket.owners().isEmpty()) {
            return UnseenOwner.who(socket);
        }
        return socket.owners().stream()
                .map(owner -> owner.name() + " (PID " + owner.pid() + ")")
                .collect(Collectors.joining(", "));
    }
}
