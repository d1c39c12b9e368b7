// SPDX-License-Identifier: EPL-2.0
package org.portio.app.preferences;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.portio.ui.StatusNews;

/** Saves the preferences into a file, for another machine or somebody else. */
public final class ExportPreferencesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.SAVE);
        dialog.setText(Messages.ExportPreferences_title);
        dialog.setOverwrite(true);
        dialog.setFilterNames(new String[] {Messages.PreferenceFile_filter});
        dialog.setFilterExtensions(new String[] {"*" + PreferenceFile.EXTENSION});
        dialog.setFileName(Messages.ExportPreferences_name + PreferenceFile.EXTENSION);
        String path = dialog.open();
        if (path != null) {
            export(window, Path.of(path.endsWith(PreferenceFile.EXTENSION) ? path : path + PreferenceFile.EXTENSION));
        }
        return null;
    }

    static void export(IWorkbenchWindow window, Path file) {
        try {
            PreferenceFile.write(file);
            StatusNews.tell(window.getShell(), NLS.bind(Messages.ExportPreferences_done, file));
        } catch (CoreException | IOException e) {
            StatusManager.getManager()
                    .handle(Status.error(NLS.bind(Messages.ExportPreferences_failed, file, e), e), StatusManager.SHOW);
        }
    }
}
