// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Protocol;

/** An option that the user can switch on and off in the view Connections. */
enum ConnectionOption {
    TCP("tcp"),
    UDP("udp"),
    LISTENING_ONLY("listeningOnly"),
    HIGHLIGHT("highlight");

    private final String name;

    ConnectionOption(String name) {
        this.name = name;
    }

    /** Returns the id of the command whose toggle state it is. */
    String commandId() {
        return "org.portio.core.ui.option." + name;
    }

    static boolean accept(Set<ConnectionOption> options, Connection connection) {
        return options.contains(connection.protocol() == Protocol.TCP ? TCP : UDP)
                && (connection.isListening() || !options.contains(LISTENING_ONLY));
    }
}
