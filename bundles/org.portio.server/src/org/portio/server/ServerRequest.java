// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import java.time.Duration;
import org.portio.core.Protocol;

/**
 * A temporary server that somebody wants.
 *
 * @param port 1 to 65535
 * @param address local address as text; empty for all addresses of both families
 * @param duration after which it stops by itself; null for not
 */
public record ServerRequest(int port, Protocol protocol, ServerMode mode, String address, Duration duration) {

    /** The address that nobody from outside can reach. */
    public static final String LOOPBACK = "127.0.0.1";
}
