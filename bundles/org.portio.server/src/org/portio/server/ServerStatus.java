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
 */
public record ServerStatus(
        ServerRequest request,
        Instant started,
        Instant ends,
        long clients,
        long open,
        long bytesReceived,
        long bytesSent) {}
