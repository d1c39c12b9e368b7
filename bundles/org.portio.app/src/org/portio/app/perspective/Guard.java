// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Ports that are blocked and ports that are kept side by side, and below them who has which port. */
public final class Guard implements IPerspectiveFactory {

    private static final String FIREWALL = "org.portio.firewall.ui.firewall";
    private static final String RESERVATIONS = "org.portio.reservation.ui.reservations";
    private static final String SERVERS = "org.portio.reservation.ui.servers";
    private static final String CONNECTIONS = "org.portio.core.ui.connections";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(FIREWALL, IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.45f, FIREWALL);
        below.addView(CONNECTIONS);
        below.addView(SERVERS);
        layout.addView(RESERVATIONS, IPageLayout.RIGHT, 0.5f, FIREWALL);
        layout.addShowViewShortcut(FIREWALL);
        layout.addShowViewShortcut(RESERVATIONS);
        layout.addShowViewShortcut(CONNECTIONS);
    }
}
