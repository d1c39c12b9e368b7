// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.notice.Watch;
import org.portio.ui.StatusNews;

/** Begins or ends to tell of what happens to a port or a program. */
public final class WatchHandler extends AbstractHandler {

    static final String COMMAND = "org.portio.core.ui.watch";
    static final String WATCHED = "org.portio.core.ui.watched";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        String text = String.valueOf(event.getParameter(WATCHED));
        Watch watch = Watch.parse(text)
                .orElseThrow(() -> new ExecutionException(NLS.bind(Messages.WatchHandler_unknown, text)));
        boolean begins = NoticePreferences.toggle(watch);
        StatusNews.tell(
                window.getShell(),
                NLS.bind(begins ? Messages.WatchHandler_begun : Messages.WatchHandler_ended, WatchActions.text(watch)));
        return null;
    }
}
