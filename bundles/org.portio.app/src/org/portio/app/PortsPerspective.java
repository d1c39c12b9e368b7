// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * One large folder for the tables, with details and logs below, where long values and all columns have room. It knows views by their ids only: other
 * bundles join it through the extension point {@code org.eclipse.ui.perspectiveExtensions}.
 */
public final class PortsPerspective implements IPerspectiveFactory {

    /** The id of this perspective, also the target of perspective extensions. */
    static final String ID = "org.portio.app.ports";

    private static final String CONNECTIONS = "org.portio.core.ui.connections";
    private static final String NETSTAT = "org.portio.core.ui.netstat";
    private static final String ERROR_LOG = "org.eclipse.pde.runtime.LogView";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout main =
                layout.createFolder("main", IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        main.addView(CONNECTIONS);
        main.addView(NETSTAT);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.67f, "main");
        below.addView(IPageLayout.ID_PROP_SHEET);
        below.addPlaceholder(ERROR_LOG);
        main.addPlaceholder(HelpView.ID);
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(CONNECTIONS);
        layout.addShowViewShortcut(NETSTAT);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(ERROR_LOG);
    }
}
