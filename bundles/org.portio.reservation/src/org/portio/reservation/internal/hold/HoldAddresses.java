// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.SocketShape;

/** Addresses of reservations. */
public final class HoldAddresses {

    public static final InetAddress ANY = Addresses.of(new byte[16]);
    public static final InetAddress ANY_IPV4 = Addresses.of(new byte[4]);
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress LOOPBACK_IPV6 = InetAddress.ofLiteral("::1");

    private HoldAddresses() {}

    /** Returns the same key with the one way of writing its address; refuses invalid addresses and ports. */
    public static PortKey canonical(PortKey key) throws ReservationException {
        if (key.port() < 1 || key.port() > 65535) {
            throw invalid(key.port() + " is not a valid port", "ports are 1 to 65535");
        }
        if (key.address().isEmpty()) {
            return key;
        }
        try {
            String address = Addresses.format(Addresses.parse(key.address()));
            return address.equals(key.address()) ? key : new PortKey(key.port(), key.protocol(), address);
        } catch (IllegalArgumentException _) {
            throw invalid("'" + key.address() + "' is not an IP address", "give one such as 127.0.0.1 or ::1");
        }
    }

    private static ReservationException invalid(String what, String advice) {
        return new ReservationException(Failure.of(ReservationException.Kind.INVALID, what, advice));
    }

    /** Returns the address of a canonical key; null for all. */
    static InetAddress of(PortKey key) {
        return key.address().isEmpty() ? null : InetAddress.ofLiteral(key.address());
    }

    public static boolean isIpv6(InetAddress address) {
        return address instanceof Inet6Address;
    }

    /** Returns the addresses at which to try to take the port: a hold on all addresses must also keep single ones. */
    static List<InetAddress> toTry(PortKey key) {
        InetAddress address = of(key);
        if (address == null) {
            return List.of(LOOPBACK, LOOPBACK_IPV6);
        }
        if (!address.isAnyLocalAddress()) {
            return List.of(address);
        }
        return List.of(isIpv6(address) ? LOOPBACK_IPV6 : LOOPBACK);
    }

    /** Returns whether two keys are about the same port of the same address. */
    public static boolean overlap(PortKey a, PortKey b) {
        return a.port() == b.port() && a.protocol() == b.protocol() && overlap(of(a), of(b));
    }

    /** Returns whether a socket that is bound here is in the way of a reservation. */
    public static boolean overlap(PortKey key, Protocol protocol, int port, InetAddress bound, boolean ipv6Socket) {
        if (key.protocol() != protocol || key.port() != port) {
            return false;
        }
        boolean all = ipv6Socket && bound.isAnyLocalAddress();
        return overlap(of(key), all ? null : Addresses.unmapped(bound));
    }

    /** Returns whether a socket of this shape takes an address of a reservation. */
    public static boolean meets(PortKey key, SocketShape shape) {
        return Extent.of(key).meets(Extent.of(shape));
    }

    private static boolean overlap(InetAddress a, InetAddress b) {
        if (a == null || b == null) {
            return true;
        }
        return isIpv6(a) == isIpv6(b) && (a.isAnyLocalAddress() || b.isAnyLocalAddress() || a.equals(b));
    }
}
