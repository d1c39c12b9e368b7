// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

/**
 * Address family of a socket. It is the socket's own: a dual-stack socket is {@link #IPV6} even while it talks to an
 * IPv4 peer through a v4-mapped address.
 */
public enum AddressFamily {
    IPV4,
    IPV6;

    /** Lower-case name: {@code ipv4}, {@code ipv6}. */
    public String label() {
        return this == IPV4 ? "ipv4" : "ipv6";
    }
}
