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
import org.osgi.service.prefs.BackingStoreException;
import org.portio.ui.StatusNews;

/** Takes preferences from a file over those that are set; those that are not in the file stay. */
public final class ImportPreferencesHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN);
        dialog.setText(Messages.ImportPreferences_title);
        dialog.setFilterNames(new String[] {Messages.PreferenceFile_filter});
        dialog.setFilterExtensions(new String[] {"*" + PreferenceFile.EXTENSION});
        String path = dialog.open();
        if (path != null) {
            take(window, Path.of(path));
        }
        return null;
    }

    static void take(IWorkbenchWindow window, Path file) {
        try {
            PreferenceFile.apply(file);
            StatusNews.tell(window.getShell(), NLS.bind(Messages.ImportPreferences_done, file));
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        } catch (IOException | BackingStoreException e) {
            StatusManager.getManager()
                    .handle(Status.error(NLS.bind(Messages.ImportPreferences_failed, file, e), e), StatusManager.SHOW);
        }
    }
}
