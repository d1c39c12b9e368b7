// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;

/** Names the windows of detached views after the view that is on top in each: the platform leaves them without a title. */
final class DetachedTitles implements IPartListener2 {

    private final IWorkbenchWindow window;

    private DetachedTitles(IWorkbenchWindow window) {
        this.window = window;
    }

    /** Names them for as long as this window is there. */
    static void keepFor(IWorkbenchWindow window) {
        window.getPartService().addPartListener(new DetachedTitles(window));
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        nameLater(reference);
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        nameLater(reference);
    }

    /** Later: while a view moves into a window of its own, it is told before it is there. */
    private void nameLater(IWorkbenchPartReference reference) {
        Display.getCurrent().asyncExec(() -> {
            IWorkbenchPart part = reference.getPart(false);
            if (part != null) {
                name(part.getSite().getShell(), part.getTitle());
            }
        });
    }

    private void name(Shell shell, String title) {
        if (shell != null && !shell.isDisposed() && shell != window.getShell()) {
            shell.setText(NLS.bind(Messages.DetachedTitles_title, title));
        }
    }
}
