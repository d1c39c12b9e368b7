// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.net.InetAddress;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.core.ui.internal.name.HostNames;
import org.portio.core.ui.internal.name.NameQuestion;
import org.portio.ui.StatusNews;
import org.portio.ui.UiThread;

/** Asks for the names of the remote addresses of the selected rows, whether or not names are resolved by themselves. */
public final class ResolveNameHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<InetAddress> addresses = NameQuestion.of(SelectedConnections.of(event));
        HostNames names = window.getService(HostNames.class);
        if (names != null && !addresses.isEmpty()) {
            StatusNews.tell(window.getShell(), NameText.asking(addresses));
            names.ask(
                    addresses,
                    found -> UiThread.later(
                            window.getShell(),
                            () -> StatusNews.tell(window.getShell(), NameText.of(addresses, found))));
        }
        return null;
    }
}
