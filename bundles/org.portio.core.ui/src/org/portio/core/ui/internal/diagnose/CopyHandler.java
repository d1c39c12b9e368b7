// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the whole answer of the view Diagnose. */
public final class CopyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof DiagnoseView view) {
            view.copy();
        }
        return null;
    }
}
