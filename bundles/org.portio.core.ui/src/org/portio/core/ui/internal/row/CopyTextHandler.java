// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Connection;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.ui.StatusNews;
import org.portio.ui.TextClipboard;

/** Copies the command line for a terminal that shows the selected rows, or that ends their processes. */
public final class CopyTextHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        List<Connection> rows = SelectedConnections.of(event);
        if (!rows.isEmpty()) {
            String text = event.getCommand().getId().equals(RowAction.COPY_LIST_COMMAND.commandId())
                    ? TerminalCommands.list(rows)
                    : TerminalCommands.kill(rows);
            TextClipboard.set(text);
            StatusNews.tell(
                    HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell(),
                    NLS.bind(Messages.CopyTextHandler_copied, text));
        }
        return null;
    }
}
