// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.connection;

import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.reservation.ui.internal.Messages;
import org.portio.reservation.ui.internal.ReserveCommand;
import org.portio.reservation.ui.internal.server.StartServerHandler;

/**
 * An entry in the context menu of a connection.
 *
 * @param parameters of the command, by their ids
 */
public record ConnectionEntry(String label, String command, Map<String, String> parameters) {

    /** Returns what can be done with its local port; none if that is in another network namespace, or it has none. */
    static List<ConnectionEntry> of(Connection connection) {
        int port = connection.local().port();
        if (port == 0 || !connection.namespace().isEmpty()) {
            return List.of();
        }
        Protocol protocol = connection.protocol();
        return List.of(
                new ConnectionEntry(
                        NLS.bind(Messages.ConnectionEntry_reserve, String.valueOf(port)),
                        ReserveCommand.ID,
                        Map.of(
                                ReserveCommand.PORT, String.valueOf(port),
                                ReserveCommand.PROTOCOL, protocol.name(),
                                ReserveCommand.EXECUTABLE, executable(connection))),
                new ConnectionEntry(
                        NLS.bind(Messages.ConnectionEntry_startServer, String.valueOf(port)),
                        StartServerHandler.ID,
                        Map.of(
                                ReserveCommand.PORT, String.valueOf(port),
                                ReserveCommand.PROTOCOL, protocol.name())));
    }

    /** Returns that of a listener's one program: who has a port now is likely whom it is to be kept for. */
    private static String executable(Connection connection) {
        List<String> executables = connection.owners().stream()
                .map(owner -> owner.executable())
                .distinct()
                .toList();
        return connection.isListening() && executables.size() == 1 ? executables.getFirst() : "";
    }
}
