// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.IPlaceholderFolderLayout;
import org.portio.app.help.HelpView;
import org.portio.app.help.WelcomeView;

/**
 * One large folder for the tables, with details beside it, so that rows have the whole height. It knows views by their ids
 * only: other bundles join it through the extension point {@code org.eclipse.ui.perspectiveExtensions}.
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
        IFolderLayout beside = layout.createFolder("beside", IPageLayout.RIGHT, 0.72f, "main");
        beside.addView(IPageLayout.ID_PROP_SHEET);
        beside.addPlaceholder(WelcomeView.ID);
        main.addPlaceholder(HelpView.ID);
        IPlaceholderFolderLayout below = layout.createPlaceholderFolder("below", IPageLayout.BOTTOM, 0.67f, "main");
        below.addPlaceholder(ERROR_LOG);
        below.addPlaceholder(IPageLayout.ID_PROGRESS_VIEW);
        layout.addShowViewShortcut(CONNECTIONS);
        layout.addShowViewShortcut(NETSTAT);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(ERROR_LOG);
    }
}
