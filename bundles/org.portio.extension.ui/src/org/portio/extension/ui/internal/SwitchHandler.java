// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.extension.Extension;
import org.portio.ui.list.ChangeJob;

/** Enables or disables the selected extensions, as the command says. */
public final class SwitchHandler extends AbstractHandler {

    private static final String ENABLE = "org.portio.extension.ui.enable";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        boolean on = ENABLE.equals(event.getCommand().getId());
        ExtensionList list = ExtensionList.of(window);
        List<Extension> selected = SelectedExtensions.of(event);
        List<String> ids = SelectedExtensions.ids(event);
        new ChangeJob(Messages.SwitchHandler_job, _ -> {
                    for (String id : ids) {
                        if (on) {
                            list.extensions().enable(id);
                        } else {
                            list.extensions().disable(id);
                        }
                    }
                    if (on) {
                        RestartNote.added(window.getShell(), selected);
                    } else {
                        RestartNote.removed(window.getShell(), selected);
                    }
                })
                .then(list::refreshLater)
                .start();
        return null;
    }
}
