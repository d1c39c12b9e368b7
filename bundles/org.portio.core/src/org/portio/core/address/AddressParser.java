// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.util.List;
import java.util.Locale;

/** Reads addresses of this machine as users write them, without ever asking a name server. */
public final class AddressParser {

    private static final String ALL = "*";
    private static final String LOCALHOST = "localhost";
    private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private AddressParser() {}

    /**
     * Reads what a user means: one address by its text, with or without brackets and with the interface that a socket is
     * bound to, as {@code fe80::1%eth0}; the loopback addresses of both families by {@code localhost}, which needs no name
     * server (RFC 6761); those of all addresses by {@code *}.
     *
     * @param port 0 to 65535
     * @throws IllegalArgumentException if it is not an address; the message says so to the user
     */
    public static List<Endpoint> parse(String text, int port) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case LOCALHOST ->
                List.of(
                        new Endpoint(Addresses.of(new byte[] {127, 0, 0, 1}), port),
                        new Endpoint(Addresses.of(IPV6_LOOPBACK), port));
            case ALL ->
                List.of(new Endpoint(Addresses.of(new byte[4]), port), new Endpoint(Addresses.of(new byte[16]), port));
            default -> List.of(literal(text, port));
        };
    }

    /** Tells whether the text is {@code localhost}, which means several addresses. */
    public static boolean isLocalhost(String text) {
        return text.equalsIgnoreCase(LOCALHOST);
    }

    /**
     * Returns the texts of the addresses that something has to be bound to: {@code 127.0.0.1} for {@code localhost}, and
     * {@code ::1} if this machine has IPv6 at this moment; any other text alone.
     */
    public static List<String> toBind(String text) {
        if (!isLocalhost(text)) {
            return List.of(text);
        }
        return parse(text, 0).stream()
                .map(Endpoint::address)
                .filter(address ->
                        address instanceof Inet4Address || LocalAddresses.all().anyMatch(address::equals))
                .map(Addresses::format)
                .toList();
    }

    private static Endpoint literal(String text, int port) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]");
        Endpoint endpoint;
        try {
            endpoint = Endpoint.of(bracketed ? text.substring(1, text.length() - 1) : text, port);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an IP address; give one such as 127.0.0.1 or ::1, or localhost", e);
        }
        boolean linkLocal = endpoint.address() instanceof Inet6Address ipv6 && ipv6.isLinkLocalAddress();
        if (linkLocal && endpoint.netInterface().isNone()) {
            throw new IllegalArgumentException("several network interfaces may have '" + text
                    + "'; add the one that you mean, such as " + text + "%eth0");
        }
        return endpoint;
    }
}
