// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * After opening a view, the user can continue with the keyboard: something in it has the focus, with content or
 * without.
 */
@ExtendWith(InWorkbench.class)
class FocusTest {

    private final Display display = InWorkbench.display();
    private Shell shell;

    @BeforeEach
    void activateTheWindow() {
        shell = Ui.page().getWorkbenchWindow().getShell();
        shell.forceActive();
        Ui.until("the window is active", () -> display.getActiveShell() == shell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Ui.NETSTAT,
                Ui.DIAGNOSE,
                Ui.FIREWALL,
                Ui.RESERVATIONS,
                Ui.SERVERS,
                Ui.CONNECTIONS,
                IPageLayout.ID_PROP_SHEET
            })
    void isInTheViewThatWasOpened(String id) throws Exception {
        IWorkbenchPart view = Ui.page().showView(id);

        Ui.until(() -> "the focus is in " + focus(), () -> isWithin(focus(), control(view)));
        assertTrue(focus().isVisible());
    }

    @ParameterizedTest
    @ValueSource(strings = {Ui.RESERVATIONS, Ui.SERVERS, Ui.FIREWALL})
    void isInTheFilterOfAnEmptyView(String id) throws Exception {
        Ui.page().showView(id);

        Ui.until("the filter box has the focus", () -> focus() instanceof Text);
    }

    @Test
    void goesToTheRowsWhenTheyComeAndBackToTheFilterWhenTheyGo() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Table table = Ui.show(Ui.CONNECTIONS, Table.class);
            Text filter = Ui.visible(Text.class).orElseThrow();
            table.setFocus();
            filter.setText("no such connection");
            Ui.until("nothing matches", () -> !table.isVisible());
            Ui.until("the filter box has the focus", () -> focus() == filter);

            filter.setText("port:" + server.getLocalPort());
            Ui.until("the listener is shown", table::isVisible);
            assertTrue(focus() == filter, "who types in the filter box stays there");
            filter.setText("");
        }
    }

    /** Opens it as the user does: with the keyboard, right after a click on the tab. */
    @Test
    void letsTheKeyOfAnEmptyViewWorkAtOnce() throws Exception {
        Ui.page().showView(Ui.NETSTAT);
        Ui.page().showView(Ui.RESERVATIONS);
        Ui.until("something has the focus", () -> focus() != null);

        var done = Ui.inDialog("Reserve Port", Shell::close);
        press(SWT.MOD1, 'r');
        Ui.until("the dialog has been open", done);
    }

    /**
     * Presses it where the focus is. A key that is posted to the display comes only if the X server has the focus in
     * this window, which without a window manager depends on the dialogs and menus of earlier tests.
     */
    private void press(int modifier, char key) {
        Event event = new Event();
        event.stateMask = modifier;
        event.keyCode = key;
        event.character = (char) (key & 0x1f);
        focus().notifyListeners(SWT.KeyDown, event);
    }

    private Control focus() {
        return display.getFocusControl();
    }

    private static Composite control(IWorkbenchPart view) {
        return view.getSite().getService(Composite.class);
    }

    private static boolean isWithin(Control control, Composite root) {
        for (Control each = control; each != null; each = each.getParent()) {
            if (each == root) {
                return true;
            }
        }
        return false;
    }
}
