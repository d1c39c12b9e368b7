// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the find bar of the view Netstat Output. */
public final class FindTextHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActivePart(event) instanceof NetstatView view) {
            view.openFindBar();
        }
        return null;
    }
}
