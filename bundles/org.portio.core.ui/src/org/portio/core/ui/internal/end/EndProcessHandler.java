// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;
import org.portio.core.ui.internal.PartRefresh;
import org.portio.core.ui.internal.SelectedConnections;

/** Ends the processes of the selected connections, or those that hold the port of its parameters. */
public final class EndProcessHandler extends AbstractHandler {

    private static final String PORT = "org.portio.core.ui.port";
    private static final String PROTOCOL = "org.portio.core.ui.protocol";
    private static final String ADDRESS = "org.portio.core.ui.address";
    private static final String CONNECTIONS = "org.portio.core.ui.connections";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        EndConversation conversation =
                new EndConversation(window.getShell(), ProcessEnding.of(window), PartRefresh.of(event));
        String port = event.getParameter(PORT);
        if (port == null) {
            EndTarget.of(SelectedConnections.of(event))
                    .ifPresent(target -> conversation.start(ending -> ending.plan(target)));
        } else {
            PortName wanted = port(event, port);
            conversation.start(ending -> ending.plan(wanted));
        }
        return null;
    }

    private static PortName port(ExecutionEvent event, String text) throws ExecutionException {
        String protocol = event.getParameter(PROTOCOL);
        String address = event.getParameter(ADDRESS);
        try {
            int port = Integer.parseInt(text);
            return new PortName(
                    Protocol.valueOf(protocol),
                    port,
                    address == null ? List.of() : AddressParser.parse(address, port),
                    Boolean.parseBoolean(event.getParameter(CONNECTIONS)));
        } catch (IllegalArgumentException e) {
            throw new ExecutionException("not a port: " + protocol + " " + text, e);
        }
    }
}
