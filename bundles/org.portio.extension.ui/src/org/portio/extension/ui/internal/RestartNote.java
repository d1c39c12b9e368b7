// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.portio.extension.Extension;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/** Says which extensions the window shows as they were when it was started, and offers to start it again. */
public final class RestartNote {

    private RestartNote() {}

    /** Says so for those that have been added. Any thread. */
    public static void added(Shell shell, List<Extension> extensions) {
        say(shell, Messages.RestartNote_added, extensions);
    }

    /** Says so for those that have been removed. Any thread. */
    static void removed(Shell shell, List<Extension> extensions) {
        say(shell, Messages.RestartNote_removed, extensions);
    }

    private static void say(Shell shell, String message, List<Extension> extensions) {
        String names = extensions.stream()
                .filter(Extension::needsRestart)
                .map(Extension::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            String text = Labels.shown(NLS.bind(message, names));
            UiThread.later(shell, () -> ask(shell, text));
        }
    }

    private static void ask(Shell shell, String text) {
        int answer = MessageDialog.open(
                MessageDialog.INFORMATION,
                shell,
                Messages.RestartNote_title,
                text,
                SWT.NONE,
                Messages.RestartNote_restart,
                Messages.RestartNote_later);
        if (answer == 0) {
            PlatformUI.getWorkbench().restart();
        }
    }
}
