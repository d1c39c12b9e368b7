// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.address.Endpoint;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** Reserves the local port of a connection, from its context menu. */
@Component(property = "service.ranking:Integer=20")
public final class ReservationActions implements ConnectionActionProvider {

    /** Returns an empty result if the port is in another network namespace, or the connection has none. */
    @Override
    public List<ConnectionAction> actions(List<Connection> selected) {
        return selected.size() == 1 && hasPortHere(selected.getFirst())
                ? List.of(reserve(selected.getFirst()))
                : List.of();
    }

    private static boolean hasPortHere(Connection connection) {
        Endpoint local = connection.local();
        return local.port() != 0 && connection.namespace().isEmpty();
    }

    private static ConnectionAction reserve(Connection connection) {
        String port = String.valueOf(connection.local().port());
        return new ConnectionAction(
                NLS.bind(Messages.ReservationActions_reserve, port),
                ReserveCommand.ID,
                Map.of(
                        ReserveCommand.PORT, port,
                        ReserveCommand.PROTOCOL, connection.protocol().name(),
                        ReserveCommand.EXECUTABLE, executable(connection)));
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
