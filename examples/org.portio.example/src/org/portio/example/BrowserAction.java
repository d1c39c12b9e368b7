// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.util.List;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.program.Program;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** Adds "Open Port in Browser" to the context menu of a TCP listener, and handles the command behind it. */
@Component
public final class BrowserAction extends AbstractHandler implements ConnectionActionProvider {

    private static final String COMMAND = "org.portio.example.browse";
    private static final String PORT = "org.portio.example.port";

    @Override
    public List<ConnectionAction> actions(List<Connection> selected) {
        if (selected.size() != 1 || !isTcpListener(selected.getFirst())) {
            return List.of();
        }
        int port = selected.getFirst().local().port();
        Map<String, String> parameters = Map.of(PORT, String.valueOf(port));
        return List.of(new ConnectionAction("Open Port " + port + " in Browser", COMMAND, parameters));
    }

    private static boolean isTcpListener(Connection connection) {
        return connection.protocol() == Protocol.TCP && connection.isListening();
    }

    @Override
    public Object execute(ExecutionEvent event) {
        Program.launch("http://localhost:" + event.getParameter(PORT) + "/");
        return null;
    }
}
