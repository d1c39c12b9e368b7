// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

/**
 * A socket as a program binds it: more than an address, for a program finds the family that it asked for.
 *
 * @param ipv6 whether it is a socket of IPv6, which can have an IPv4 address, too
 * @param address as text, without brackets or zone; {@code ::} or {@code 0.0.0.0} for all
 * @param ipv6Only whether a socket of IPv6 on all addresses leaves out those of IPv4
 */
public record SocketShape(boolean ipv6, String address, boolean ipv6Only) {

    /** One for all addresses of both families. */
    public static final SocketShape DUAL = new SocketShape(true, "::", false);

    public static final SocketShape IPV4 = new SocketShape(false, "0.0.0.0", false);
    public static final SocketShape IPV6 = new SocketShape(true, "::", true);

    /** Returns that of a reservation's own socket. */
    public static SocketShape of(PortKey key) {
        return key.address().isEmpty() ? DUAL : new SocketShape(key.address().contains(":"), key.address(), true);
    }

    public SocketShape {
        // The option means something only for all addresses.
        ipv6Only &= ipv6 && "::".equals(address);
    }
}
