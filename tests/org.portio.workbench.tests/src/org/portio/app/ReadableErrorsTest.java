// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.statushandlers.StatusManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Failures contain foreign names: dialog and log never show what these do to a line. */
@ExtendWith(InWorkbench.class)
class ReadableErrorsTest {

    private static final String FOREIGN = "a&b\u202egpj\u001b[2J";
    private static final String READABLE = "a&b?gpj?[2J";

    @Test
    void takesHarmFromMessagesAndTheirCauses() {
        Exception failure = new IllegalStateException(FOREIGN, new IOException(FOREIGN));

        IStatus status = ReadableErrors.readable(Status.error(FOREIGN, failure));

        assertEquals(READABLE, status.getMessage());
        assertEquals(READABLE, status.getException().getMessage());
        assertEquals(
                "java.io.IOException: " + READABLE,
                status.getException().getCause().toString());
        assertEquals(
                "java.lang.IllegalStateException: " + READABLE,
                status.getException().toString());
        assertArrayEquals(failure.getStackTrace(), status.getException().getStackTrace());
    }

    @Test
    void takesHarmFromEachOfSeveral() {
        IStatus child = Status.warning("one", new CoreException(Status.error(FOREIGN)));

        IStatus status = ReadableErrors.readable(new MultiStatus("test", 0, new IStatus[] {child}, "all", null));

        assertEquals(READABLE, status.getChildren()[0].getException().getMessage());
        assertEquals(IStatus.WARNING, status.getSeverity());
    }

    @Test
    void leavesTheRestAsItIs() {
        IStatus status = Status.error("cannot open R&D", new IOException("no such file"));

        assertSame(status, ReadableErrors.readable(status));
    }

    @Test
    void theDialogShowsEachLetter() {
        StatusManager.getManager().handle(Status.error(FOREIGN), StatusManager.SHOW);
        Ui.until("the dialog is open", () -> dialog() != null);
        Shell dialog = dialog();
        try {
            String shown = Ui.visible(
                            dialog, Label.class, label -> label.getText().contains("gpj"))
                    .orElseThrow()
                    .getText();
            assertEquals("a&&b?gpj?[2J", shown, "&& is shown as &");
        } finally {
            dialog.close();
        }
    }

    private static Shell dialog() {
        for (Shell shell : Display.getCurrent().getShells()) {
            if (shell.isVisible() && shell.getText().equals("Problem Occurred")) {
                return shell;
            }
        }
        return null;
    }
}
