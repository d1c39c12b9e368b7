// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.SocketDetails;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;
import org.portio.export.ConnectionDetails;
import org.portio.export.ConnectionDetails.Owner;

/** Asks the system about each connection of a list, and keeps the answers. */
final class SocketDetailsLookup {

    private final Map<Connection, SocketDetails> details = new IdentityHashMap<>();
    private final OwnerLookup owners;

    private SocketDetailsLookup(Processes processes) {
        this.owners = new OwnerLookup(processes);
    }

    static SocketDetailsLookup of(List<Connection> connections, ConnectionMonitor monitor, Processes processes)
            throws ConnectionException {
        SocketDetailsLookup asked = new SocketDetailsLookup(processes);
        for (Connection connection : connections) {
            monitor.details(connection).ifPresent(details -> asked.details.put(connection, details));
        }
        return asked;
    }

    Optional<SocketDetails> get(Connection connection) {
        return Optional.ofNullable(details.get(connection));
    }

    /** Returns the same together with what is recognized in its owners. */
    ConnectionDetails all(Connection connection) {
        List<Owner> described = connection.owners().stream()
                .map(owner -> new Owner(
                        owner,
                        owners.origin(owner).map(ProcessOrigin::recognized).orElse(List.of())))
                .toList();
        return new ConnectionDetails(get(connection), described);
    }

    OwnerLookup owners() {
        return owners;
    }
}
