// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TableModel.Grouping;
import org.portio.ui.table.TablePart;

/** Groups the rows of the active view by its parameter; without one, ends their grouping, or brings back the one before. */
public final class GroupByHandler extends AbstractHandler {

    static final String COMMAND = "org.portio.ui.groupBy";
    static final String NONE = "none";

    private static final String GROUPING = "org.portio.ui.grouping";

    private String before = "";

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(HandlerUtil.getVariable(context, ISources.ACTIVE_PART_NAME) instanceof TablePart part
                && !part.table().groupings().isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TablePart part) {
            String wanted = event.getParameter(GROUPING);
            group(part.table(), wanted == null ? other(part.table()) : wanted.equals(NONE) ? "" : wanted);
        }
        return null;
    }

    private String other(RowTable<?> table) {
        if (!table.grouping().isEmpty()) {
            return "";
        }
        List<String> ids = ids(table);
        return ids.contains(before) || ids.isEmpty() ? before : ids.getFirst();
    }

    private void group(RowTable<?> table, String grouping) {
        before = grouping.isEmpty() ? table.grouping() : grouping;
        table.groupBy(grouping);
    }

    private static List<String> ids(RowTable<?> table) {
        return table.groupings().stream().map(Grouping::id).toList();
    }
}
