// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.server.ServerException;
import org.portio.core.server.ServerStatus;
import org.portio.core.server.TemporaryServers;

/** Stops the selected servers: what the platform's Delete does in the view Servers. Asks where clients would notice. */
public final class StopServerHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<ServerStatus> selected = Selected.of(event, ServerStatus.class);
        if (!selected.isEmpty() && isWanted(window, selected)) {
            ServerList list = ServerList.of(window);
            List<ServerKey> keys = selected.stream().map(ServerKey::of).toList();
            PortAction.start(Messages.StopServerHandler_job, () -> stop(list.servers(), keys), list::refreshLater);
        }
        return null;
    }

    private static boolean isWanted(IWorkbenchWindow window, List<ServerStatus> selected) {
        String question = question(selected);
        String[] buttons = {Messages.StopServerHandler_stop, Messages.cancel};
        return question.isEmpty()
                || MessageDialog.open(
                                MessageDialog.QUESTION,
                                window.getShell(),
                                Messages.StopServerHandler_title,
                                question,
                                SWT.NONE,
                                buttons)
                        == 0;
    }

    /** Empty where no client has a connection open. */
    static String question(List<ServerStatus> selected) {
        long open = selected.stream().mapToLong(ServerStatus::open).sum();
        if (open == 0) {
            return "";
        }
        String clients =
                open == 1 ? Messages.StopServerHandler_client : NLS.bind(Messages.StopServerHandler_clients, open);
        return selected.size() == 1
                ? NLS.bind(Messages.StopServerHandler_questionOne, ServerKey.of(selected.getFirst()), clients)
                : NLS.bind(Messages.StopServerHandler_question, selected.size(), clients);
    }

    /** One that ended by itself meanwhile is what was wanted. */
    private static void stop(TemporaryServers servers, List<ServerKey> keys) throws ServerException {
        for (ServerKey key : keys) {
            try {
                servers.stop(key.port(), key.protocol());
            } catch (ServerException e) {
                if (e.kind() != ServerException.Kind.UNKNOWN) {
                    throw e;
                }
            }
        }
    }
}
