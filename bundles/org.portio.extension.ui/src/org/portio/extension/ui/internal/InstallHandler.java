// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.extension.Examined;
import org.portio.extension.Extension;
import org.portio.extension.Extensions;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Asks for a jar, looks at it, says what it is and who signed it, and installs it if the user still wants it. */
public final class InstallHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText(Messages.InstallHandler_title);
        dialog.setFilterExtensions(new String[] {"*.jar"});
        String chosen = dialog.open();
        if (chosen != null) {
            Path jar = Path.of(chosen);
            ExtensionList list = ExtensionList.of(window);
            String name = NLS.bind(Messages.InstallHandler_job, jar.getFileName());
            new ChangeJob(name, _ -> {
                        Examined examined = list.extensions().examine(jar);
                        UiThread.later(window.getShell(), () -> ask(window.getShell(), list, examined));
                    })
                    .start();
        }
        return null;
    }

    private static void ask(Shell shell, ExtensionList list, Examined jar) {
        Extension examined = jar.extension();
        String brings = ExtensionColumns.brings(examined);
        String[] facts = {
            examined.name(),
            examined.version(),
            examined.signedBy(),
            brings.isEmpty() ? "" : NLS.bind(Messages.InstallHandler_brings, brings)
        };
        String[] buttons = {Messages.InstallHandler_install, Messages.cancel};
        String question = Labels.shown(NLS.bind(Messages.InstallHandler_ask, facts));
        // Enter alone does not let somebody else's code run: the default is the second button.
        int answer = new MessageDialog(
                        shell, Messages.InstallHandler_title, null, question, MessageDialog.QUESTION, 1, buttons)
                .open();
        if (answer == 0) {
            new ChangeJob(
                            NLS.bind(Messages.InstallHandler_job, examined.name()),
                            _ -> install(shell, list.extensions(), jar))
                    .then(list::refreshLater)
                    .start();
        }
    }

    private static void install(Shell shell, Extensions extensions, Examined jar) throws Exception {
        Extension installed = extensions.install(jar);
        if (installed.problem() != null) {
            throw new CoreException(Status.warning(NLS.bind(
                    Messages.InstallHandler_notUsed,
                    installed.name(),
                    installed.problem().text())));
        }
        RestartNote.added(shell, List.of(installed));
    }
}
