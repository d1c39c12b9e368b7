// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Connection;

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
                view.table().setFilter(FollowedFilter.of(row));
            } catch (PartInitException e) {
                throw new ExecutionException(e.getMessage(), e);
            }
        }
        return null;
    }
}
