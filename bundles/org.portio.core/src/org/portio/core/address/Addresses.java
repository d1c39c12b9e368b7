// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.stream.Stream;

/** IP addresses to and from their shortest text, without ever asking a name server. */
public final class Addresses {

    private static final int GROUPS = 8;
    private static final int MAPPED_PREFIX = 12;

    private Addresses() {}

    /**
     * Reads an address that is written in full: four numbers for IPv4. Java itself also takes fewer, by which {@code 0}
     * would be all addresses. Never asks a name server.
     *
     * @throws IllegalArgumentException if it is not one
     */
    public static InetAddress parse(String text) {
        if (text.indexOf(':') < 0
                && text.chars().filter(letter -> letter == '.').count() != 3) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address");
        }
        return InetAddress.ofLiteral(text);
    }

    /** Returns the address of four (IPv4) or sixteen (IPv6) bytes; a v4-mapped address stays an IPv6 address. */
    public static InetAddress of(byte[] bytes) {
        try {
            return bytes.length == 16 ? Inet6Address.getByAddress(null, bytes, -1) : InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length, e);
        }
    }

    /** Returns the IPv4 address within a v4-mapped IPv6 address ({@code ::ffff:127.0.0.1}); any other address as it is. */
    public static InetAddress unmapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 16 && isV4Mapped(bytes) ? of(Arrays.copyOfRange(bytes, MAPPED_PREFIX, 16)) : address;
    }

    /**
     * Returns whether sockets that are bound to these addresses can be in each other's way, as one bound to all addresses is in
     * that of any other. One bound to all of IPv6 mostly is bound to all of IPv4, too.
     */
    public static boolean overlap(InetAddress one, InetAddress other) {
        InetAddress a = unmapped(one);
        InetAddress b = unmapped(other);
        return a.equals(b) || covers(a, b) || covers(b, a);
    }

    /** Returns whether a socket that is bound to the one address takes what comes for the other one. */
    public static boolean takes(InetAddress bound, InetAddress asked) {
        InetAddress a = unmapped(bound);
        InetAddress b = unmapped(asked);
        return a.equals(b) || covers(a, b);
    }

    private static boolean covers(InetAddress any, InetAddress address) {
        return any.isAnyLocalAddress() && (any instanceof Inet6Address || !(address instanceof Inet6Address));
    }

    /** Returns the address of these bytes; if it is a link-local one of IPv6, in the scope of the network interface. */
    public static InetAddress of(byte[] bytes, int networkInterface) {
        InetAddress address = of(bytes);
        if (networkInterface == 0 || !(address instanceof Inet6Address) || !address.isLinkLocalAddress()) {
            return address;
        }
        try {
            return Inet6Address.getByAddress(null, bytes, networkInterface);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + address, e);
        }
    }

    /** RFC 5952 text for IPv6, with {@code %scope} if there is one; dotted decimal for IPv4. */
    public static String format(InetAddress address) {
        return address instanceof Inet6Address ipv6 ? formatIpv6(ipv6) : address.getHostAddress();
    }

    private static String formatIpv6(Inet6Address address) {
        return unscoped(address) + NetInterface.of(address);
    }

    /** Returns the same without the scope. */
    public static String unscoped(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        return isV4Mapped(bytes) ? "::ffff:" + dottedTail(bytes) : compress(groups(bytes));
    }

    private static boolean isV4Mapped(byte[] bytes) {
        for (int i = 0; i < MAPPED_PREFIX - 2; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return bytes[10] == -1 && bytes[11] == -1;
    }

    private static String dottedTail(byte[] bytes) {
        return (bytes[12] & 0xff) + "." + (bytes[13] & 0xff) + "." + (bytes[14] & 0xff) + "." + (bytes[15] & 0xff);
    }

    private static int[] groups(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        return groups;
    }

    /** Replaces the first of the longest runs of two or more zero groups by {@code ::} (RFC 5952 section 4.2). */
    private static String compress(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        return start < 0
                ? join(groups, 0, GROUPS)
                : String.join("::", join(groups, 0, start), join(groups, start + length, GROUPS));
    }

    private static int zerosFrom(int[] groups, int index) {
        int end = index;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - index;
    }

    private static String join(int[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** Lists the addresses that this machine has at this moment: those of IPv4, then those of IPv6. */
    public static Stream<InetAddress> ofThisMachine() {
        return LocalAddresses.all();
    }
}
