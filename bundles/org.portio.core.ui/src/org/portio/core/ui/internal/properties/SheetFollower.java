// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import java.util.Arrays;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheet;

/**
 * Makes a view Properties that becomes visible while a view without properties is active show those of the connections: by
 * itself it would say that there are none. That may be before the view Connections has been made: a start makes only the
 * views that can be seen.
 */
public final class SheetFollower implements IStartup, IWindowListener, IPartListener2 {

    private static final String CONNECTIONS = "org.portio.core.ui.connections";

    /** Begins when the windows are there, and goes on with each further one. */
    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().asyncExec(() -> {
            Arrays.stream(workbench.getWorkbenchWindows()).forEach(this::follow);
            workbench.addWindowListener(this);
        });
    }

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        follow(window);
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {
        // it is followed since it was opened
    }

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {
        // its views are still seen
    }

    @Override
    public void windowClosed(IWorkbenchWindow window) {
        // its listeners go with it
    }

    private void follow(IWorkbenchWindow window) {
        window.getPartService().addPartListener(this);
        IWorkbenchPage page = window.getActivePage();
        if (page != null) {
            Arrays.stream(page.getViewReferences())
                    .filter(view -> view.getPart(false) instanceof PropertySheet sheet && page.isPartVisible(sheet))
                    .forEach(this::partVisible);
        }
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof PropertySheet sheet
                && !(sheet.getCurrentPage() instanceof IPropertySheetPage)) {
            IViewReference connections = reference.getPage().findViewReference(CONNECTIONS);
            IWorkbenchPart source = connections == null ? null : connections.getPart(true);
            if (source != null) {
                show(sheet, source);
            }
        }
    }

    private static void show(PropertySheet sheet, IWorkbenchPart source) {
        sheet.partActivated(source);
        sheet.selectionChanged(source, source.getSite().getSelectionProvider().getSelection());
    }
}
