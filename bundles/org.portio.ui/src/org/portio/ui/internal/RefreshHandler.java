// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.Refreshable;

/** Refreshes the active part now. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof Refreshable part) {
            part.refresh();
        }
        return null;
    }
}
