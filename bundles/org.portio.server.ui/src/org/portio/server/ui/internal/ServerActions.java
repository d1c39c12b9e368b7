// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.util.List;
import java.util.Map;
import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** Starts a server on the local port of a connection, from its context menu. */
@Component(property = "service.ranking:Integer=10")
public final class ServerActions implements ConnectionActionProvider {

    /** Returns an empty result if the port is in another network namespace, or the connection has none. */
    @Override
    public List<ConnectionAction> actions(List<Connection> selected) {
        return selected.size() == 1 && hasPortHere(selected.getFirst())
                ? List.of(start(selected.getFirst()))
                : List.of();
    }

    private static boolean hasPortHere(Connection connection) {
        return connection.local().port() != 0 && connection.namespace().isEmpty();
    }

    private static ConnectionAction start(Connection connection) {
        String port = String.valueOf(connection.local().port());
        return new ConnectionAction(
                NLS.bind(Messages.ServerActions_start, port),
                StartServerHandler.ID,
                Map.of(
                        StartServerHandler.PORT,
                        port,
                        StartServerHandler.PROTOCOL,
                        connection.protocol().name()));
    }
}
