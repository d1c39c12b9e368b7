// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.util.Locale;

/** A source that something was learnt from. */
public enum Evidence {
    /** A snapshot of all sockets: what happened lies between it and the one before it. */
    SNAPSHOT,
    /** The kernel told that a socket ended (the groups of sock_diag for it). */
    SOCKET_END,
    /** The kernel told that a process began, ran another program, or ended (the process connector). */
    PROCESS_EVENT,
    /** The kernel traced a change of state (the tracepoint {@code sock/inet_sock_set_state}); for root. */
    TRACEPOINT;

    /** Returns its name in lower case with hyphens, as in {@code socket-end}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
