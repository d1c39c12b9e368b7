// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Connection;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

/** Shows in the view History what is known of the selected connection, or of the port that it listens on. */
public final class FollowHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection rows
                && rows.getFirstElement() instanceof Connection row) {
            try {
                HistoryView view = (HistoryView) HandlerUtil.getActiveWorkbenchWindowChecked(event)
                        .getActivePage()
                        .showView(HistoryView.ID);
                view.table().setFilter(filter(row));
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }

    /** Returns the filter for all that ever had this port, or of a connection, for all between the same ends. */
    static String filter(Connection row) {
        String protocol = "protocol:" + row.protocol().label();
        return row.remote() == null
                ? protocol + " localPort:" + row.local().port()
                : protocol + " localPort:" + row.local().port() + " remoteAddress:" + text(row.remote());
    }

    private static String text(Endpoint end) {
        String address = Addresses.unscoped(end.address());
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + end.port();
    }
}
