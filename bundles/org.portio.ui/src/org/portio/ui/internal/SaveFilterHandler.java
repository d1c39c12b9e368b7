// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.internal.filter.FilterBox;
import org.portio.ui.table.TablePart;

/** Saves the filter of the active part under a name. */
public final class SaveFilterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TablePart part) {
            FilterBox.of(part.table().control()).ifPresent(FilterBox::save);
        }
        return null;
    }
}
