// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A window that begins as a restart leaves it: with the views in their places, and only those made that can be seen. */
@ExtendWith(InWorkbench.class)
class RestartTest {

    private IWorkbenchWindow window;

    @BeforeEach
    void open() throws Exception {
        window = PlatformUI.getWorkbench().openWorkbenchWindow(LeftWithDiagnose.ID, null);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void propertiesAreThoseOfConnectionsBeforeAnybodyHasLookedAtThem() {
        IWorkbenchPage page = window.getActivePage();
        assertTrue(page.isPartVisible(
                page.findViewReference(IPageLayout.ID_PROP_SHEET).getView(true)));

        Ui.until("Properties asks to select a connection", this::isAskedToSelectAConnection);
    }

    private boolean isAskedToSelectAConnection() {
        return Ui.visible(
                        window.getShell(), Label.class, label -> label.getText().startsWith("Select a connection"))
                .isPresent();
    }
}
