// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.ArrayList;
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
import org.portio.extension.InstalledFeature;
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
            remove(window, ids);
        }
        return null;
    }

    private static void remove(IWorkbenchWindow window, List<String> ids) {
        ExtensionList list = ExtensionList.of(window);
        new ChangeJob(Messages.RemoveHandler_job, _ -> {
                    List<Extension> gone = new ArrayList<>();
                    for (String id : ids) {
                        List<Extension> all = list.extensions().removal(id);
                        // One that went with another is not there any more.
                        if (!all.isEmpty()
                                || gone.stream().noneMatch(one -> one.id().equals(id))) {
                            list.extensions().remove(id);
                            gone.addAll(all);
                        }
                    }
                    RestartNote.removed(window.getShell(), gone);
                })
                .then(list::refreshLater)
                .start();
    }

    private static boolean isWanted(IWorkbenchWindow window, List<Extension> selected) {
        String names = selected.stream().map(Extension::name).collect(Collectors.joining(", "));
        String features = selected.stream()
                .flatMap(extension -> extension.features().stream())
                .map(InstalledFeature::name)
                .distinct()
                .collect(Collectors.joining(", "));
        String consequence =
                features.isEmpty() ? Messages.RemoveHandler_one : NLS.bind(Messages.RemoveHandler_feature, features);
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        window.getShell(),
                        Messages.RemoveHandler_title,
                        Labels.shown(NLS.bind(Messages.RemoveHandler_ask, names, consequence)),
                        SWT.NONE,
                        Messages.RemoveHandler_remove,
                        Messages.cancel)
                == 0;
    }
}
