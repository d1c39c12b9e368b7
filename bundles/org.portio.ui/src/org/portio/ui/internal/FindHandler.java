// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.table.TablePart;

/** Goes to the filter box of the active part. */
public final class FindHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TablePart part) {
            part.table().focusFilter();
        }
        return null;
    }
}
