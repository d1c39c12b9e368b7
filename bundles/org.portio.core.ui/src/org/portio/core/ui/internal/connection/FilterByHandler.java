// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.connection;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.table.RowTable;

/** Adds a term to the filter of the table that has the focus. */
public final class FilterByHandler extends AbstractHandler {

    static final String COMMAND = "org.portio.core.ui.filterBy";
    static final String TERM = "org.portio.core.ui.term";

    @Override
    public Object execute(ExecutionEvent event) {
        RowTable<?> table = RowTable.of(HandlerUtil.getVariable(event, ISources.ACTIVE_FOCUS_CONTROL_NAME));
        if (table != null) {
            table.narrow(event.getParameter(TERM));
        }
        return null;
    }
}
