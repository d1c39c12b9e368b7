// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/**
 * A port that processes are ended for: they must still have it when that happens, and afterwards it is to be free.
 *
 * @param port 1 to 65535
 * @param protocol null for either
 * @param places local addresses that are meant, with their interface if it matters; empty for any
 * @param sockets those that had it when the user was asked, by which it is judged afterwards; empty if nobody was asked
 */
public record HeldPort(int port, Protocol protocol, List<Endpoint> places, List<Connection> sockets) {
    public HeldPort {
        places = List.copyOf(places);
        sockets = List.copyOf(sockets);
    }

    /** Returns the port on any address, without a look at its sockets. */
    public HeldPort(int port, Protocol protocol) {
        this(port, protocol, List.of(), List.of());
    }

    /** Returns the same port, had by those of these sockets that are at it. */
    public HeldPort with(List<Connection> all) {
        return new HeldPort(
                port, protocol, places, all.stream().filter(this::isAt).toList());
    }

    /** Returns whether the socket has this port, in whatever state. One that is bound to all addresses is at each. */
    public boolean isAt(Connection socket) {
        return socket.local().port() == port
                && (protocol == null || socket.protocol() == protocol)
                && (places.isEmpty() || places.stream().anyMatch(place -> takes(socket.local(), place)));
    }

    private static boolean takes(Endpoint bound, Endpoint asked) {
        return Addresses.takes(bound.address(), asked.address())
                && bound.netInterface().meets(asked.netInterface());
    }

    /** Returns whether it takes connections or keeps others from its port, rather than being a connection. */
    public static boolean isHolding(Connection socket) {
        return socket.isListening() || socket.state() == TcpState.BOUND;
    }
}
