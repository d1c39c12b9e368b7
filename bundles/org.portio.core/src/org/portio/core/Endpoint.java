// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * One end of a socket.
 *
 * @param address never null; the wildcard address where the socket is bound to all
 * @param port 0 to 65535
 */
public record Endpoint(InetAddress address, int port) implements Comparable<Endpoint> {

    public Endpoint {
        Objects.requireNonNull(address, "address");
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port out of range: " + port);
        }
    }

    /** IPv4 before IPv6, then by the address's bytes, then by port: 9.0.0.1 comes before 10.0.0.1. */
    @Override
    public int compareTo(Endpoint other) {
        int byAddress = compareAddresses(address, other.address);
        return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
    }

    /** Orders addresses by their bytes, the shorter (IPv4) first. */
    public static int compareAddresses(InetAddress a, InetAddress b) {
        byte[] left = a.getAddress();
        byte[] right = b.getAddress();
        return left.length != right.length ? left.length - right.length : Arrays.compareUnsigned(left, right);
    }

    /** As {@code 127.0.0.1:80} or {@code [::1]:80}. */
    @Override
    public String toString() {
        String text = Addresses.format(address);
        return (text.indexOf(':') < 0 ? text : "[" + text + "]") + ":" + port;
    }
}
