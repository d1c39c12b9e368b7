// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.Instant;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;

/** Rows of the view Servers, from noon on. */
final class Rows {

    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Rows() {}

    /** Returns one that ends five minutes past noon, and has sent twice what it received. */
    static ServerStatus server(int port, ServerMode mode, String address, long open, long bytes) {
        ServerRequest request = new ServerRequest(port, Protocol.TCP, mode, address, null);
        return new ServerStatus(request, NOON, NOON.plusSeconds(300), open + 1, open, bytes, 2 * bytes);
    }
}
