// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Has the views Reservations and Servers ask now. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof Refreshable view) {
            view.refresh();
        }
        return null;
    }
}
