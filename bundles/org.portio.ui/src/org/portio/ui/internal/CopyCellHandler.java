// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.table.RowTable;

/** Copies one cell of each selected row of the table that has the focus. */
public final class CopyCellHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        RowTable<?> table = RowTable.of(HandlerUtil.getVariable(event, ISources.ACTIVE_FOCUS_CONTROL_NAME));
        if (table != null) {
            table.copyCells();
        }
        return null;
    }
}
