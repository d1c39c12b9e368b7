// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.portio.ui.StatusNews;

/** Saves the views of the window and their places into a file, for another machine or somebody else. */
public final class ExportPerspectiveHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        String name = window.getActivePage().getPerspective().getLabel();
        FileDialog dialog = new FileDialog(window.getShell(), SWT.SAVE);
        dialog.setText(NLS.bind(Messages.ExportPerspective_title, name));
        dialog.setOverwrite(true);
        dialog.setFilterNames(new String[] {Messages.PerspectiveFile_filter});
        dialog.setFilterExtensions(new String[] {"*" + PerspectiveFile.EXTENSION});
        dialog.setFileName(name + PerspectiveFile.EXTENSION);
        String path = dialog.open();
        if (path != null) {
            Path file = Path.of(path.endsWith(PerspectiveFile.EXTENSION) ? path : path + PerspectiveFile.EXTENSION);
            export(window, file);
        }
        return null;
    }

    static void export(IWorkbenchWindow window, Path file) {
        EModelService models = window.getService(EModelService.class);
        MPerspective shown = models.getActivePerspective(window.getService(MWindow.class));
        MPerspective copy = (MPerspective) models.cloneElement(shown, null);
        try {
            PerspectiveFile.write(file, PerspectiveFile.named(copy, PerspectiveFile.name(file)));
            StatusNews.tell(window.getShell(), NLS.bind(Messages.ExportPerspective_done, file));
        } catch (IOException e) {
            StatusManager.getManager()
                    .handle(Status.error(NLS.bind(Messages.ExportPerspective_failed, file, e), e), StatusManager.SHOW);
        }
    }
}
