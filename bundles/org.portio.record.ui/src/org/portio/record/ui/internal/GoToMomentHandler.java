// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Instant;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the moment at which the selected row of History begins. */
public final class GoToMomentHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof HistoryView view
                && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection rows
                && rows.getFirstElement() instanceof HistoryRow row) {
            view.chosen(moment(row));
        }
        return null;
    }

    /** Returns the first moment at which what the row tells certainly was so. */
    static Instant moment(HistoryRow row) {
        return row instanceof HistoryRow.Life life ? life.account().opened().latest() : row.begin();
    }
}
