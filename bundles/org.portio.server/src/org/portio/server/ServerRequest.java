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
 * @param run id of the test run that it belongs to and ends with; empty for none
 */
public record ServerRequest(
        int port, Protocol protocol, ServerMode mode, String address, Duration duration, String run) {

    /** The address that nobody from outside can reach. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Creates one that belongs to no test run. */
    public ServerRequest(int port, Protocol protocol, ServerMode mode, String address, Duration duration) {
        this(port, protocol, mode, address, duration, "");
    }

    /** Returns the same, which belongs to this test run; empty for none. */
    public ServerRequest withRun(String other) {
        return new ServerRequest(port, protocol, mode, address, duration, other);
    }
}
