// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Empties the list of what was told. */
public final class ClearNoticesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        NoticeList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event)).clear();
        return null;
    }
}
