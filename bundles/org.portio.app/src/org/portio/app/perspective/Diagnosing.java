// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The answer on a port at full height, beside it the sockets that it is about, and what else stands out among them. */
public final class Diagnosing implements IPerspectiveFactory {

    private static final String DIAGNOSE = "org.portio.core.ui.diagnose";
    private static final String INSIGHTS = "org.portio.core.ui.insights";
    private static final String CONNECTIONS = "org.portio.core.ui.connections";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(DIAGNOSE, IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        layout.addView(CONNECTIONS, IPageLayout.RIGHT, 0.42f, DIAGNOSE);
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.5f, CONNECTIONS);
        below.addView(INSIGHTS);
        below.addView(IPageLayout.ID_PROP_SHEET);
        layout.addShowViewShortcut(DIAGNOSE);
        layout.addShowViewShortcut(CONNECTIONS);
        layout.addShowViewShortcut(INSIGHTS);
    }
}
