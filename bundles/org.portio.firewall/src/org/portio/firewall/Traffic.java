// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/**
 * Packets that the rules of a firewall may let through or not: those of a connection that exists, or those that somebody
 * sends to a port of this machine to open one, with the answers.
 *
 * @param local the socket's address, null for any, and its port
 * @param remote the other end; null if it is not known who that will be
 */
public record Traffic(Origin origin, Protocol protocol, AddressFamily family, Side local, Side remote) {

    /** The sender of the first packet. */
    public enum Origin {
        /** Somebody on another machine. */
        ELSEWHERE,
        /** A program on this machine. */
        HERE,
        /** Nobody: both ends are connected already. */
        CONNECTED
    }

    /**
     * One end.
     *
     * @param address null if it is not known
     */
    public record Side(InetAddress address, int port) {}

    /** Creates one from other machines to this port of any address. */
    public static Traffic arriving(Protocol protocol, AddressFamily family, int port) {
        return new Traffic(Origin.ELSEWHERE, protocol, family, new Side(null, port), null);
    }

    /** Creates one from programs on this machine to this port of any of its own addresses. */
    public static Traffic within(Protocol protocol, AddressFamily family, int port) {
        return new Traffic(Origin.HERE, protocol, family, new Side(null, port), null);
    }

    /**
     * Returns traffic to a socket that is bound to this one address: a loopback address is reached from this machine
     * only.
     */
    public static Traffic to(Protocol protocol, Endpoint local) {
        Side side = side(local);
        Origin origin = side.address().isLoopbackAddress() ? Origin.HERE : Origin.ELSEWHERE;
        return new Traffic(origin, protocol, family(side), side, null);
    }

    /** Creates one of this connection. */
    public static Traffic between(Protocol protocol, Endpoint local, Endpoint remote) {
        Side side = side(local);
        return new Traffic(Origin.CONNECTED, protocol, family(side), side, side(remote));
    }

    private static Side side(Endpoint endpoint) {
        return new Side(Addresses.unmapped(endpoint.address()), endpoint.port());
    }

    private static AddressFamily family(Side side) {
        return side.address() instanceof Inet4Address ? AddressFamily.IPV4 : AddressFamily.IPV6;
    }
}
