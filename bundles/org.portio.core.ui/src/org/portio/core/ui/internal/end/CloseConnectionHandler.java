// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.util.List;
import java.util.Objects;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Connection;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ui.internal.PartRefresh;
import org.portio.core.ui.internal.SelectedConnections;

/** Closes the selected connections, or the one between the two ends of its parameters. Their processes go on. */
public final class CloseConnectionHandler extends AbstractHandler {

    private static final String LOCAL = "org.portio.core.ui.local";
    private static final String REMOTE = "org.portio.core.ui.remote";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ConnectionMonitor monitor = Objects.requireNonNullElseGet(
                window.getService(ConnectionMonitor.class), () -> ConnectionMonitor.over(List.of()));
        CloseConversation conversation = new CloseConversation(window.getShell(), monitor, PartRefresh.of(event));
        String local = event.getParameter(LOCAL);
        if (local == null) {
            List<Connection> selected = SelectedConnections.of(event);
            if (Closing.isPossible(selected)) {
                conversation.ask(selected);
            }
        } else {
            conversation.start(local, event.getParameter(REMOTE));
        }
        return null;
    }
}
