// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.ISources;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.table.TablePart;

/** Opens, or with the other command closes, all groups of the active view. */
public final class ExpandHandler extends AbstractHandler {

    static final String EXPAND = "org.portio.ui.expandAll";
    static final String COLLAPSE = "org.portio.ui.collapseAll";

    @Override
    public void setEnabled(Object context) {
        setBaseEnabled(HandlerUtil.getVariable(context, ISources.ACTIVE_PART_NAME) instanceof TablePart part
                && !part.table().grouping().isEmpty());
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TablePart part) {
            part.table().expandAll(event.getCommand().getId().equals(EXPAND));
        }
        return null;
    }
}
