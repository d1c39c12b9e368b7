// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;

/**
 * The addresses that a socket takes.
 *
 * @param ipv4 null if it takes none of IPv4
 * @param ipv6 null if it takes none of IPv6
 */
record Extent(InetAddress ipv4, InetAddress ipv6) {

    private static final int SPACE_OF_INET = 16;
    private static final int SPACE_OF_INET6 = 28;

    static Extent of(SocketShape shape) {
        InetAddress address = InetAddress.ofLiteral(shape.address());
        if (!HoldAddresses.isIpv6(address)) {
            return new Extent(address, null);
        }
        boolean both = address.isAnyLocalAddress() && !shape.ipv6Only();
        return new Extent(both ? HoldAddresses.ANY_IPV4 : null, address);
    }

    static Extent of(PortKey key) {
        InetAddress address = HoldAddresses.of(key);
        if (address == null) {
            return new Extent(HoldAddresses.ANY_IPV4, HoldAddresses.ANY);
        }
        return HoldAddresses.isIpv6(address) ? new Extent(null, address) : new Extent(address, null);
    }

    /** Returns whether two sockets of these cannot both listen on one port. */
    boolean meets(Extent other) {
        return meet(ipv4, other.ipv4) || meet(ipv6, other.ipv6);
    }

    private static boolean meet(InetAddress a, InetAddress b) {
        return a != null && b != null && (a.isAnyLocalAddress() || b.isAnyLocalAddress() || a.equals(b));
    }

    /** Returns whether it takes all that the other one does. */
    boolean covers(Extent other) {
        return covers(ipv4, other.ipv4) && covers(ipv6, other.ipv6);
    }

    private static boolean covers(InetAddress a, InetAddress b) {
        return b == null || a != null && (a.isAnyLocalAddress() || a.equals(b));
    }

    /** Returns what both together take, if one of them takes all addresses of a family that the other one has. */
    Extent with(Extent other) {
        return new Extent(wider(ipv4, other.ipv4), wider(ipv6, other.ipv6));
    }

    private static InetAddress wider(InetAddress a, InetAddress b) {
        return a == null || b != null && b.isAnyLocalAddress() ? b : a;
    }

    boolean isAny() {
        return ipv4 != null && ipv4.isAnyLocalAddress() || ipv6 != null && ipv6.isAnyLocalAddress();
    }

    boolean isLoopback() {
        return ipv4 == null ? ipv6.isLoopbackAddress() : ipv6 == null && ipv4.isLoopbackAddress();
    }

    /** Writes what bind(2) wants for a shape, and returns its length. */
    static int write(SocketShape shape, int port, MemorySegment target) {
        byte[] address = InetAddress.ofLiteral(shape.address()).getAddress();
        target.asSlice(0, SPACE_OF_INET6).fill((byte) 0);
        target.set(ValueLayout.JAVA_SHORT, 0, (short) (shape.ipv6() ? LinuxSockets.INET6 : LinuxSockets.INET));
        target.set(ValueLayout.JAVA_BYTE, 2, (byte) (port >> 8));
        target.set(ValueLayout.JAVA_BYTE, 3, (byte) port);
        int at = 4;
        if (shape.ipv6()) {
            at = 8 + 16 - address.length;
            if (address.length == 4) {
                // An IPv4 address as a socket of IPv6 has it (RFC 4291, 2.5.5.2).
                target.set(ValueLayout.JAVA_SHORT_UNALIGNED, at - 2, (short) -1);
            }
        }
        MemorySegment.copy(address, 0, target, ValueLayout.JAVA_BYTE, at, address.length);
        return shape.ipv6() ? SPACE_OF_INET6 : SPACE_OF_INET;
    }
}
