// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.internal.filter.FilterBox;
import org.portio.ui.table.TablePart;

/** Opens the saved and the latest filters of the active part. */
public final class ChooseFilterHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TablePart part) {
            FilterBox.of(part.table().control()).ifPresent(FilterBox::openMenu);
        }
        return null;
    }
}
