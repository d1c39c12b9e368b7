// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.time.Instant;

/**
 * A running temporary server.
 *
 * @param ends when it stops by itself; null for not
 * @param clients how many have come: connections for TCP, different senders for UDP (counted up to a bound)
 * @param open connections at this moment; 0 for UDP
 * @param bytesReceived payload
 * @param bytesSent payload
 * @param caveat what does not work as it should although the server runs, for the user, without its full stop; empty if
 *     all does
 */
public record ServerStatus(
        ServerRequest request,
        Instant started,
        Instant ends,
        long clients,
        long open,
        long bytesReceived,
        long bytesSent,
        String caveat) {

    /** Creates the status of one of which all works. */
    public ServerStatus(
            ServerRequest request,
            Instant started,
            Instant ends,
            long clients,
            long open,
            long bytesReceived,
            long bytesSent) {
        this(request, started, ends, clients, open, bytesReceived, bytesSent, "");
    }

    /** Returns the same with this caveat. */
    public ServerStatus with(String newCaveat) {
        return new ServerStatus(request, started, ends, clients, open, bytesReceived, bytesSent, newCaveat);
    }
}
