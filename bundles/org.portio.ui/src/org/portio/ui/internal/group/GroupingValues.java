// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.commands.IParameterValues;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.portio.ui.internal.Messages;
import org.portio.ui.table.TableModel.Grouping;
import org.portio.ui.table.TablePart;

/** The ways in which the rows of the active view can be grouped, for Quick Access. */
public final class GroupingValues implements IParameterValues {

    @Override
    public Map<String, String> getParameterValues() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        Map<String, String> values = new LinkedHashMap<>();
        if (page != null && page.getActivePart() instanceof TablePart part) {
            for (Grouping<?> grouping : part.table().groupings()) {
                values.put(LegacyActionTools.removeMnemonics(grouping.title()), grouping.id());
            }
            values.put(LegacyActionTools.removeMnemonics(Messages.GroupMenu_none), GroupByHandler.NONE);
        }
        return values;
    }
}
