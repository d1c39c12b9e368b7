// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;

/** Opens the perspective Port Viewer in a window of its own. */
public final class PortViewerHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        try {
            return PlatformUI.getWorkbench().openWorkbenchWindow(PortViewer.ID, null);
        } catch (WorkbenchException e) {
            throw new ExecutionException(e.getMessage(), e);
        }
    }
}
