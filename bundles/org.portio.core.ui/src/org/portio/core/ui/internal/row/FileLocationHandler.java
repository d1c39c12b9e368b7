// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.ProcessInfo;
import org.portio.core.ui.internal.SelectedConnections;
import org.portio.ui.Labels;
import org.portio.ui.TextClipboard;
import org.portio.ui.UiThread;

/** Opens the folder of the executable that has the selected sockets, in the file manager of the desktop. */
public final class FileLocationHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        Shell shell = HandlerUtil.getActiveWorkbenchWindowChecked(event).getShell();
        SelectedConnections.of(event).stream()
                .flatMap(row -> row.owners().stream())
                .map(ProcessInfo::executable)
                .filter(executable -> !executable.isEmpty())
                .findFirst()
                // The folder may be on a disk that is slow to answer.
                .ifPresent(executable -> Job.create(Messages.FileLocationHandler_job, (ICoreRunnable) _ -> {
                            Path folder = folder(executable);
                            UiThread.later(shell, () -> open(shell, executable, folder));
                        })
                        .schedule());
        return null;
    }

    /** Returns the folder of the file; null if this system has no such folder. */
    static Path folder(String executable) {
        try {
            Path folder = Path.of(executable).getParent();
            return folder != null && Files.isDirectory(folder) ? folder : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private static void open(Shell shell, String executable, Path folder) {
        if (folder == null) {
            tell(shell, Messages.FileLocationHandler_noFolder, executable);
        } else if (!Program.launch(folder.toString())) {
            TextClipboard.set(folder.toString());
            tell(shell, Messages.FileLocationHandler_noProgram, folder.toString());
        }
    }

    private static void tell(Shell shell, String message, String path) {
        MessageDialog.openError(shell, Messages.FileLocationHandler_title, NLS.bind(message, Labels.line(path)));
    }
}
