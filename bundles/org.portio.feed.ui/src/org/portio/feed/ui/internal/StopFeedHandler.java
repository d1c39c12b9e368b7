// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.list.ChangeJob;

/** Stops the feed; that it was off already is no failure. */
public final class StopFeedHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        FeedList list = FeedList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        new ChangeJob(Messages.StopFeedHandler_job, _ -> list.control().stop())
                .then(list::refreshLater)
                .start();
        return null;
    }
}
