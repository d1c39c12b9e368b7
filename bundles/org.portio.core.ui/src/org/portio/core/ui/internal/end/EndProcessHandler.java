// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Protocol;
import org.portio.core.ui.internal.PartRefresh;
import org.portio.core.ui.internal.SelectedConnections;

/** Ends the process of the selected connections, or the one that holds the port of its parameters. */
public final class EndProcessHandler extends AbstractHandler {

    private static final String PORT = "org.portio.core.ui.port";
    private static final String PROTOCOL = "org.portio.core.ui.protocol";

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
            PortName wanted = port(port, event.getParameter(PROTOCOL));
            conversation.start(ending -> ending.plan(wanted));
        }
        return null;
    }

    private static PortName port(String port, String protocol) throws ExecutionException {
        try {
            return new PortName(Protocol.valueOf(protocol), Integer.parseInt(port));
        } catch (IllegalArgumentException e) {
            throw new ExecutionException("no port: " + protocol + " " + port, e);
        }
    }
}
