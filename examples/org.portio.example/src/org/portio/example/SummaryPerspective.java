// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Arranges the table of connections with the summary beside it. */
public final class SummaryPerspective implements IPerspectiveFactory {

    private static final String CONNECTIONS = "org.portio.core.ui.connections";
    private static final String SUMMARY = "org.portio.example.summary";
    private static final float THREE_QUARTERS = 0.75f;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        layout.addView(CONNECTIONS, IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        layout.addView(SUMMARY, IPageLayout.RIGHT, THREE_QUARTERS, CONNECTIONS);
    }
}
