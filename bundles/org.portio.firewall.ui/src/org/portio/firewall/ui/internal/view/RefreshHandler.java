// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Has the view Firewall ask the firewall now. */
public final class RefreshHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof FirewallView view) {
            view.refresh();
        }
        return null;
    }
}
