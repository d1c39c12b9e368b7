// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * A timer of a TCP socket.
 *
 * @param remaining until it expires
 * @param retransmissions how often it has expired without an answer
 */
public record SocketTimer(Kind kind, Duration remaining, int retransmissions) {

    /** The event when it expires. */
    public enum Kind {
        /** Data, or the request for a connection, is sent once more. */
        RETRANSMIT,
        /** An idle peer is asked whether it is still there. */
        KEEPALIVE,
        /** The remains of an ended connection are forgotten. */
        TIME_WAIT,
        /** A peer that takes no data is asked whether it takes some now. */
        PERSIST;

        /** Lower-case name, as in {@code time-wait}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public SocketTimer {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(remaining, "remaining");
    }
}
