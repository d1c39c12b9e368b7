// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import org.portio.core.Protocol;

/**
 * Identifies a hold: protocol, port and address.
 *
 * @param port 1 to 65535
 * @param address local address as text, without brackets or zone; empty for all addresses of both families
 */
public record PortKey(int port, Protocol protocol, String address) implements Comparable<PortKey> {

    /** Returns the port on all addresses. */
    public static PortKey of(int port, Protocol protocol) {
        return new PortKey(port, protocol, "");
    }

    @Override
    public int compareTo(PortKey other) {
        int byPort = Integer.compare(port, other.port);
        int byProtocol = byPort != 0 ? byPort : protocol.compareTo(other.protocol);
        return byProtocol != 0 ? byProtocol : address.compareTo(other.address);
    }

    /** Returns text such as {@code TCP 8080} or {@code TCP 8080 on 127.0.0.1}. */
    @Override
    public String toString() {
        return protocol + " " + port + (address.isEmpty() ? "" : " on " + address);
    }
}
