// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each field says its name to a screen reader. */
@ExtendWith(InWorkbench.class)
class FieldNamesTest {

    @Test
    void fieldsOfViewsHaveNames() throws Exception {
        for (String view : List.of(Ui.CONNECTIONS, Ui.FIREWALL, Ui.RESERVATIONS, Ui.SERVERS, Ui.DIAGNOSE)) {
            Ui.show(view, Text.class);
            String title = Ui.page().findView(view).getTitle();
            List<Control> unnamed = Dialogs.unnamed(
                            Ui.page().getWorkbenchWindow().getShell())
                    .stream()
                    .filter(control -> title.equals(tab(control)))
                    .toList();
            assertEquals(List.of(), unnamed, view);
        }
    }

    @Test
    void fieldsOfDialogsHaveNames() {
        assertNamed("org.portio.reservation.ui.reservePort", "Reserve Port");
        assertNamed("org.portio.reservation.ui.startServer", "Start Server");
        assertNamed("org.portio.firewall.ui.blockPort", "Block Port");
    }

    /** Returns the title of the view that a control is in; views of the platform may be beside those of PortIO. */
    private static String tab(Control control) {
        for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof CTabFolder folder && folder.getSelection() != null) {
                return folder.getSelection().getText();
            }
        }
        return "";
    }

    private static void assertNamed(String command, String title) {
        AtomicReference<List<Control>> unnamed = new AtomicReference<>();
        BooleanSupplier done = Ui.inDialog(title, dialog -> {
            unnamed.set(Dialogs.unnamed(dialog));
            Ui.press(dialog, "Cancel");
        });
        Dialogs.later(command);
        Ui.until("the dialog is done", done);
        assertEquals(List.of(), unnamed.get(), title);
    }
}
