// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The layout of a window that was left while Diagnose was on top of Connections: a start makes only what can be seen. */
public final class LeftWithDiagnose implements IPerspectiveFactory {

    static final String ID = "org.portio.app.leftWithDiagnose";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        layout.setEditorAreaVisible(false);
        IFolderLayout main =
                layout.createFolder("main", IPageLayout.TOP, IPageLayout.RATIO_MAX, layout.getEditorArea());
        main.addView(Ui.DIAGNOSE);
        main.addView(Ui.CONNECTIONS);
        layout.addView(IPageLayout.ID_PROP_SHEET, IPageLayout.BOTTOM, 0.5f, "main");
    }
}
