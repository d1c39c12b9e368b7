// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The plain table of connections and nothing else. */
public final class PortViewer implements IPerspectiveFactory {

    public static final String ID = "org.portio.app.portViewer";

    private static final String CONNECTIONS = "org.portio.core.ui.connections";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(CONNECTIONS, IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        layout.addShowViewShortcut(CONNECTIONS);
    }
}
