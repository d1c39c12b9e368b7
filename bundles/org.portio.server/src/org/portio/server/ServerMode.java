// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.util.Locale;
import org.portio.core.Protocol;

/** The behaviour of a temporary server towards its clients. */
public enum ServerMode {
    /** Sends back what it gets (RFC 862). */
    ECHO,
    /** Reads what it gets and sends nothing (RFC 863). */
    DISCARD,
    /** Answers each HTTP request with 200 OK and a short text. TCP only. */
    HTTP_OK,
    /** Accepts a connection and resets it at once. TCP only. */
    RESET,
    /** Accepts connections, and neither reads nor sends nor closes. */
    BLACKHOLE;

    public boolean supports(Protocol protocol) {
        return protocol == Protocol.TCP || this != HTTP_OK && this != RESET;
    }

    /** Returns the mode as users write it: {@code http-ok}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
