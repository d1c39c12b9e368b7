// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.rights;

import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.portio.firewall.PasswordPrompt;

/** Asks in front of the workbench's window. */
@Component
public final class WindowPrompt implements PasswordPrompt {

    @Override
    public Optional<char[]> ask(int attempt) {
        if (!PlatformUI.isWorkbenchRunning()) {
            return Optional.empty();
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        char[][] answer = new char[1][];
        workbench.getDisplay().syncExec(() -> answer[0] = ask(shell(workbench), attempt > 1));
        return Optional.ofNullable(answer[0]);
    }

    private static Shell shell(IWorkbench workbench) {
        IWorkbenchWindow active = workbench.getActiveWorkbenchWindow();
        return active == null ? null : active.getShell();
    }

    private static char[] ask(Shell parent, boolean again) {
        PasswordDialog dialog = new PasswordDialog(parent, again);
        dialog.open();
        return dialog.password();
    }
}
