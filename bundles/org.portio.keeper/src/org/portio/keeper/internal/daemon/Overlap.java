// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import org.portio.reservation.PortKey;
import org.portio.server.ServerRequest;

/** Whether a hold and a server are about the same sockets. */
final class Overlap {

    private Overlap() {}

    static boolean of(PortKey key, ServerRequest server) {
        return key.port() == server.port()
                && key.protocol() == server.protocol()
                && (key.address().isEmpty()
                        || server.address().isEmpty()
                        || key.address().equals(server.address()));
    }
}
