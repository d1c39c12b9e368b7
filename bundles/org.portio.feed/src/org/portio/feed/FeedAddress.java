// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.net.InetAddress;
import org.portio.core.PortioException.Kind;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/**
 * An address that the feed is bound to, such as {@code tcp://127.0.0.1:5556}.
 *
 * @param host an address of this machine; that of all its interfaces for {@code *}
 * @param port 0 to have the system choose one
 */
public record FeedAddress(InetAddress host, int port) {

    private static final String TCP = "tcp://";
    private static final String EXAMPLE = "write it as tcp://127.0.0.1:5556";

    /**
     * Reads an address.
     *
     * @throws FeedException if it is not one, or one that the feed is not offered on; the message says why
     */
    public static FeedAddress parse(String text) throws FeedException {
        if (text.startsWith("ipc://")) {
            throw new FeedException(
                    Kind.UNSUPPORTED,
                    "ipc:// is not offered: the library emulates it with a TCP port that every local user reaches",
                    "use tcp://127.0.0.1:PORT, which only those with a key can read");
        }
        if (!text.startsWith(TCP)) {
            throw wrong(text);
        }
        String rest = text.substring(TCP.length());
        String endpoint = rest.startsWith("*:") ? "0.0.0.0" + rest.substring(1) : rest;
        try {
            Endpoint parsed = Endpoint.parse(endpoint);
            return new FeedAddress(parsed.address(), parsed.port());
        } catch (IllegalArgumentException _) {
            throw wrong(text);
        }
    }

    private static FeedException wrong(String text) {
        return new FeedException(Kind.INVALID, "'" + text + "' is not an address of the feed", EXAMPLE);
    }

    /** Returns the same host with another port. */
    public FeedAddress withPort(int other) {
        return new FeedAddress(host, other);
    }

    /** Returns whether only this machine reaches it. */
    public boolean isLoopback() {
        return host.isLoopbackAddress();
    }

    /** Returns the address as it is written. */
    @Override
    public String toString() {
        String address = Addresses.format(host);
        return TCP + (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }
}
