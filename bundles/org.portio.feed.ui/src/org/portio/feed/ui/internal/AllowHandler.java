// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.feed.FeedException;
import org.portio.feed.FeedKeys;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Makes the keys of a subscriber on this machine, and says where they are. */
public final class AllowHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Shell shell = window.getShell();
        InputDialog dialog =
                new InputDialog(shell, Messages.AllowHandler_title, Messages.AllowHandler_message, "", null);
        if (dialog.open() == Window.OK) {
            FeedList list = FeedList.of(window);
            String name = dialog.getValue().strip();
            new ChangeJob(NLS.bind(Messages.AllowHandler_job, name), _ -> create(list.keys(), name, shell))
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }

    private static void create(FeedKeys keys, String name, Shell shell) throws FeedException {
        // The subscriber needs this one, too.
        keys.serverKey();
        Path file = keys.create(name);
        String text = NLS.bind(Messages.AllowHandler_made, new Object[] {name, file, keys.serverFile()});
        UiThread.later(
                shell, () -> MessageDialog.openInformation(shell, Messages.AllowHandler_title, Labels.shown(text)));
    }
}
