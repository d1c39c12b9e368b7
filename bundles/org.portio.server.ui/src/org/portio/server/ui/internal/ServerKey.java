// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import org.portio.core.Protocol;
import org.portio.server.ServerStatus;

/** Identifies a temporary server. */
record ServerKey(int port, Protocol protocol) {

    static ServerKey of(ServerStatus server) {
        return new ServerKey(server.request().port(), server.request().protocol());
    }

    /** Returns text such as {@code TCP 8080}. */
    @Override
    public String toString() {
        return protocol + " " + port;
    }
}
