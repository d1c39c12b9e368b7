// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The past above, and below it what is there: what one sees of a moment is looked at side by side. */
public final class TimeLine implements IPerspectiveFactory {

    private static final String HISTORY = "org.portio.record.ui.history";
    private static final String CONNECTIONS = "org.portio.core.ui.connections";
    private static final String FIREWALL = "org.portio.firewall.ui.firewall";
    private static final String RESERVATIONS = "org.portio.reservation.ui.reservations";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(HISTORY, IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.6f, HISTORY);
        below.addView(CONNECTIONS);
        below.addView(FIREWALL);
        below.addView(RESERVATIONS);
        layout.addView(IPageLayout.ID_PROP_SHEET, IPageLayout.RIGHT, 0.65f, "below");
        layout.addShowViewShortcut(HISTORY);
        layout.addShowViewShortcut(CONNECTIONS);
        layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
    }
}
