// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.portio.ui.Labels;

/** Adds a perspective from a file to those of the workbench, and opens it. */
public final class ImportPerspectiveHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText(Messages.ImportPerspective_title);
        dialog.setFilterNames(new String[] {Messages.PerspectiveFile_filter});
        dialog.setFilterExtensions(new String[] {"*" + PerspectiveFile.EXTENSION});
        String path = dialog.open();
        if (path != null) {
            take(window, Path.of(path));
        }
        return null;
    }

    static void take(IWorkbenchWindow window, Path file) {
        try {
            MPerspective perspective = PerspectiveFile.read(file);
            SavedPerspectives saved = new SavedPerspectives(window);
            String name = perspective.getLabel();
            if (saved.isBuiltIn(name)) {
                PerspectiveFile.named(perspective, NLS.bind(Messages.ImportPerspective_renamed, name));
            }
            if (!saved.has(perspective.getLabel()) || mayReplace(window, perspective.getLabel())) {
                saved.add(perspective);
            }
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        } catch (RuntimeException e) { // the platform's model is strict, and the file is somebody else's
            IStatus failure = Status.error(NLS.bind(Messages.ImportPerspective_unusable, file, e.getMessage()), e);
            StatusManager.getManager().handle(failure, StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static boolean mayReplace(IWorkbenchWindow window, String name) {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        window.getShell(),
                        Messages.ImportPerspective_title,
                        Labels.shown(NLS.bind(Messages.ImportPerspective_replace, name)),
                        SWT.NONE,
                        Messages.ImportPerspective_replaceButton,
                        Messages.ImportPerspective_cancel)
                == 0;
    }
}
