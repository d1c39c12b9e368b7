// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Reads addresses of this machine as users write them, without ever asking a name server. */
public final class AddressParser {

    private static final String ALL = "*";
    private static final String LOCALHOST = "localhost";
    private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private AddressParser() {}

    /**
     * Reads what a user means: one address by its text, with or without brackets; the loopback addresses of both families
     * by {@code localhost}, which needs no name server (RFC 6761); those of all addresses by {@code *}.
     *
     * @throws IllegalArgumentException where it is not an address; the message says so to the user
     */
    public static List<InetAddress> parse(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case LOCALHOST -> List.of(Addresses.of(new byte[] {127, 0, 0, 1}), Addresses.of(IPV6_LOOPBACK));
            case ALL -> List.of(Addresses.of(new byte[4]), Addresses.of(new byte[16]));
            default -> List.of(literal(text));
        };
    }

    private static InetAddress literal(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(bracketed ? text.substring(1, text.length() - 1) : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an IP address; give one such as 127.0.0.1 or ::1, or localhost", e);
        }
        if (address instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress() && ipv6.getScopeId() == 0) {
            throw new IllegalArgumentException("each network interface may have '" + text
                    + "'; add the one that is meant, such as " + text + "%eth0");
        }
        return address;
    }
}
