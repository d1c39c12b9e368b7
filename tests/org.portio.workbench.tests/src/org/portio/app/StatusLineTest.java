// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.ui.StatusContribution;

/** One status line for the window, whichever view is active. */
@ExtendWith(InWorkbench.class)
class StatusLineTest {

    private Table table;
    private Text filter;
    private ServerSocket server;
    private ServerSocket another;

    @BeforeEach
    void showTheView() throws Exception {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        // In a network namespace of its own, a test may be alone with its sockets.
        another = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        table = Ui.show(Ui.CONNECTIONS, Table.class);
        filter = Ui.visible(Text.class).orElseThrow();
        // News of other tests would hide the rest for a while.
        label().notifyListeners(SWT.MouseUp, new Event());
        // Fewer may be an old value: a view without live rows would keep it.
        Ui.until("the sockets are counted", () -> status().matches("\\d+ sockets.* ([2-9]|\\d{2,}) LISTEN.*"));
    }

    @AfterEach
    void clearTheFilter() throws Exception {
        Ui.show(Ui.CONNECTIONS, Table.class);
        filter.setText("");
        server.close();
        another.close();
    }

    @Test
    void saysHowManyAreShownAndSelected() {
        filter.setText("port:" + server.getLocalPort());
        Ui.until(() -> "the status line says " + status(), () -> status().matches("1 of \\d+ sockets shown · \\d.*"));

        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        Ui.until(
                () -> "the status line says " + status(),
                () -> status().matches("1 of \\d+ sockets shown · 1 selected · .*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Ui.CONNECTIONS, Ui.NETSTAT, Ui.DIAGNOSE, Ui.FIREWALL, Ui.RESERVATIONS, Ui.SERVERS})
    void saysInEachViewHowManySocketsThereAreAndThatTheRefreshIsPaused(String view) throws Exception {
        Ui.page().showView(view);
        Ui.until(() -> "the status line says " + status(), () -> status().matches("(.* · )?\\d+ sockets.*"));

        pause();
        Ui.until(() -> "the status line says " + status(), () -> status().matches("Paused · .*\\d+ sockets.*"));
        pause();
        Ui.until(() -> "the status line says " + status(), () -> !status().contains("Paused"));
    }

    @Test
    void countsTheReservationsWhereTheyAreActive() throws Exception {
        Ui.page().showView(Ui.RESERVATIONS);

        Ui.until(() -> "the status line says " + status(), () -> status().matches("\\d+ reservations?.*"));
        assertTrue(label().getToolTipText().contains(" · "));
    }

    /**
     * A status line such as that of a window that was started with Diagnose alone: its own views report nothing to
     * it.
     */
    @Test
    void saysHowManySocketsThereAreThoughNoViewFollowsThem() {
        Shell shell = new Shell();
        new StatusContribution(Ui.page().getWorkbenchWindow()).fill(new Composite(shell, SWT.NONE));
        try {
            Ui.until(
                    "the sockets are counted",
                    () -> Ui.all(shell)
                            .anyMatch(child -> child instanceof Label label
                                    && label.getToolTipText() != null
                                    && label.getToolTipText().contains(" sockets · ")));
        } finally {
            shell.dispose();
        }
    }

    private static void pause() throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.portio.ui.pause", null);
    }

    private String status() {
        return label().getText();
    }

    private Label label() {
        return Ui.visible(
                        Label.class,
                        label -> label.getParent().getClass().getSimpleName().equals("StatusLine"))
                .orElseThrow();
    }
}
