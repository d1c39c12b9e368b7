// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

/** Transport protocol of a socket. */
public enum Protocol {
    TCP,
    UDP;

    /** Lower-case name as netstat and ss print it: {@code tcp}, {@code udp}. */
    public String label() {
        return this == TCP ? "tcp" : "udp";
    }
}
