// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.table.TablePart;

/** Opens the column chooser of the active part. */
public final class ColumnsHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof TablePart part) {
            part.table().chooseColumns();
        }
        return null;
    }
}
