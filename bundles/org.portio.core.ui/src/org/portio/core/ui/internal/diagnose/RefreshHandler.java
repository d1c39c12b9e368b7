// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** What the platform's Refresh does in the view Diagnose: it asks again. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof DiagnoseView view) {
            view.refresh();
        }
        return null;
    }
}
