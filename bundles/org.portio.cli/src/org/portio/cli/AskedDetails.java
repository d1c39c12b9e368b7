// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.SocketDetails;

/** What the system told of each connection of a list when it was asked. */
final class AskedDetails {

    private final Map<Connection, SocketDetails> details = new IdentityHashMap<>();

    static AskedDetails of(List<Connection> connections, ConnectionMonitor monitor) throws ConnectionException {
        AskedDetails asked = new AskedDetails();
        for (Connection connection : connections) {
            monitor.details(connection).ifPresent(details -> asked.details.put(connection, details));
        }
        return asked;
    }

    Optional<SocketDetails> get(Connection connection) {
        return Optional.ofNullable(details.get(connection));
    }
}
