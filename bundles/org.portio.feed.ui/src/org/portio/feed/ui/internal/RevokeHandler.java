// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.ui.list.ChangeJob;

/** Asks which subscriber may read the feed no longer. */
public final class RevokeHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FeedList list = FeedList.of(window);
        List<String> allowed = list.latest().allowed();
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(window.getShell(), new LabelProvider());
        dialog.setTitle(Messages.RevokeHandler_title);
        dialog.setMessage(Messages.RevokeHandler_message);
        dialog.setElements(allowed.toArray());
        dialog.setEmptyListMessage(Messages.RevokeHandler_nobody);
        dialog.setMultipleSelection(false);
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof String name) {
            new ChangeJob(
                            NLS.bind(Messages.RevokeHandler_job, name),
                            _ -> list.keys().revoke(name))
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }
}
