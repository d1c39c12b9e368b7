// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.list.ChangeJob;

/** Asks for the address, and has the keeper publish there for those with a key or for everybody. */
public final class StartFeedHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        StartFeedDialog dialog = new StartFeedDialog(window.getShell());
        if (dialog.open() == Window.OK) {
            FeedList list = FeedList.of(window);
            new ChangeJob(Messages.StartFeedHandler_job, _ -> list.control().start(dialog.settings()))
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }
}
