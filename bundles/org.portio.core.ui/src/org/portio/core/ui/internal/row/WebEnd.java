// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/**
 * The end of a socket at which a web server of this machine may be.
 *
 * @param host as a URL has it
 * @param addresses to be tried one after the other
 */
record WebEnd(String host, int port, List<InetAddress> addresses) {

    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** Returns that of a TCP listener, or of a connection whose ends are both on this machine; empty for any other. */
    static Optional<WebEnd> of(Connection row) {
        if (row.protocol() != Protocol.TCP || row.local().port() == 0) {
            return Optional.empty();
        }
        if (row.isListening()) {
            return Optional.of(of(row.local()));
        }
        return isOfThisMachine(row)
                ? Optional.of(of(row.local().port() < row.remote().port() ? row.local() : row.remote()))
                : Optional.empty();
    }

    /** Returns whether the connection, if it is one, has its other end on this machine, too. */
    static boolean isOfThisMachine(Connection row) {
        return row.remote() != null
                && (row.remote().isLoopback() || plain(row.remote()).equals(plain(row.local())));
    }

    private static WebEnd of(Endpoint end) {
        InetAddress address = plain(end);
        if (!address.isAnyLocalAddress()) {
            return new WebEnd(host(address), end.port(), List.of(address));
        }
        InetAddress loopback = Addresses.parse("127.0.0.1");
        return new WebEnd(
                "localhost",
                end.port(),
                address instanceof Inet6Address ? List.of(loopback, Addresses.parse("::1")) : List.of(loopback));
    }

    private static InetAddress plain(Endpoint end) {
        return Addresses.unmapped(end.address());
    }

    private static String host(InetAddress address) {
        // In a URL a percent sign begins an escaped byte, and so is escaped itself (RFC 6874).
        return address instanceof Inet6Address
                ? "[" + Addresses.format(address).replace("%", "%25") + "]"
                : Addresses.format(address);
    }

    List<InetSocketAddress> sockets() {
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Returns the address of its root, without a port that goes without saying. */
    String url(String scheme) {
        boolean isUsual = port == (scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT);
        return scheme + "://" + host + (isUsual ? "" : ":" + port) + "/";
    }

    /** Returns the end as a sentence names it. */
    String text() {
        return host + ":" + port;
    }
}
