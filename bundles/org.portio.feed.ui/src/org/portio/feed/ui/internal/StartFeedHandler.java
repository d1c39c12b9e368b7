// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.IInputValidator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedSettings;
import org.portio.ui.FailureText;
import org.portio.ui.list.ChangeJob;

/** Asks for the address, and has the keeper publish there for those with a key. */
public final class StartFeedHandler extends AbstractHandler {

    private static final IInputValidator VALIDATOR = text -> {
        try {
            settings(text);
            return null;
        } catch (FeedException e) {
            return FailureText.of(e);
        }
    };

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        InputDialog dialog = new InputDialog(
                window.getShell(),
                Messages.StartFeedHandler_title,
                Messages.StartFeedHandler_message,
                FeedSettings.ADDRESS,
                VALIDATOR);
        if (dialog.open() == Window.OK) {
            FeedList list = FeedList.of(window);
            String address = dialog.getValue();
            new ChangeJob(Messages.StartFeedHandler_job, _ -> list.control().start(settings(address)))
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }

    private static FeedSettings settings(String address) throws FeedException {
        return FeedSettings.of(FeedAddress.parse(address.strip()), null, false);
    }
}
