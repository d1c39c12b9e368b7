// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.extension.Extension;
import org.portio.ui.Labels;
import org.portio.ui.list.ChangeJob;

/** Removes the selected extensions: what the platform's Delete does in the view Extensions. Asks first. */
public final class RemoveHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<Extension> selected = SelectedExtensions.of(event);
        List<String> ids = SelectedExtensions.ids(event);
        if (!ids.isEmpty() && isWanted(window, selected)) {
            ExtensionList list = ExtensionList.of(window);
            new ChangeJob(Messages.RemoveHandler_job, _ -> {
                        for (String id : ids) {
                            list.extensions().remove(id);
                        }
                        RestartNote.removed(window.getShell(), selected);
                    })
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }

    private static boolean isWanted(IWorkbenchWindow window, List<Extension> selected) {
        String names = selected.stream().map(Extension::name).collect(Collectors.joining(", "));
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        window.getShell(),
                        Messages.RemoveHandler_title,
                        Labels.shown(NLS.bind(Messages.RemoveHandler_ask, names)),
                        SWT.NONE,
                        Messages.RemoveHandler_remove,
                        Messages.cancel)
                == 0;
    }
}
