// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.server.ServerStatus;
import org.portio.ui.Confirmation;
import org.portio.ui.list.ChangeJob;
import org.portio.ui.list.SelectedRows;
import org.portio.ui.table.TablePart;

/** Stops the selected servers: what the platform's Delete does in the view Servers. Asks first. */
public final class StopServerHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<ServerStatus> selected = SelectedRows.of(event, ServerStatus.class);
        if (!selected.isEmpty() && isWanted(window, selected)) {
            TablePart.keepPlace(HandlerUtil.getActivePart(event));
            ServerList list = ServerList.of(window);
            List<ServerKey> keys = selected.stream().map(ServerKey::of).toList();
            new ChangeJob(Messages.StopServerHandler_job, _ -> Stopping.stop(list.servers(), keys))
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }

    private static boolean isWanted(IWorkbenchWindow window, List<ServerStatus> selected) {
        return Confirmation.STOP_SERVER.isGiven(
                window.getShell(),
                Messages.StopServerHandler_title,
                Stopping.question(selected),
                Messages.StopServerHandler_stop);
    }
}
