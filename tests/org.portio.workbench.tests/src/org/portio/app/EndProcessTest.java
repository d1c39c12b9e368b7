// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ends real processes, and closes real connections, from the view Connections. */
@ExtendWith(InWorkbench.class)
class EndProcessTest {

    private static final String END = "org.portio.core.ui.endProcess";
    private static final String CLOSE = "org.portio.core.ui.closeConnection";
    private static final String DIALOG = "End Process";

    private ServerSocket server;
    private Process client;
    private Socket accepted;
    private Table table;
    private Text filter;

    @BeforeEach
    void listen() throws Exception {
        assumeTrue("Linux".equals(System.getProperty("os.name")), "bash opens the connections");
        server = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void endAll() throws Exception {
        if (server != null) {
            server.close();
        }
        if (client != null) {
            client.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            accepted.close();
        }
        if (filter != null) {
            filter.setText("");
        }
    }

    @Test
    void showsWhatItWillHitAsksAndEndsIt() throws Exception {
        connect("");
        selectRow(accepted.getPort(), client.pid());
        inDialogs(List.of(dialog -> {
            assertTrue(shows(dialog, "bash (PID " + client.pid() + ")"));
            assertTrue(radio(dialog, "Ask").getSelection());
            Ui.press(dialog, "End Process");
        }));
        later(END);

        untilItIsSaidToHaveEnded();
        assertTrue(client.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void endsAllOwnersOfOneSocketTogether() throws Exception {
        String script = "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; sleep 1000 & wait";
        client = new ProcessBuilder("bash", "-c", script).start();
        accepted = server.accept();
        selectRow(accepted.getPort(), pids -> pids.contains(","));
        inDialogs(List.of(dialog -> {
            Table processes = Ui.visible(dialog, Table.class, _ -> true).orElseThrow();
            assertEquals(2, processes.getItemCount());
            assertEquals("bash (PID " + client.pid() + ")", processes.getItem(0).getText(), "the parent comes first");
            Ui.press(dialog, "End Processes");
        }));
        later(END);

        untilTheStatusLineSays("2 of 2 processes have ended.");
        assertTrue(client.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void offersForceWhereItIsNotEnoughToAsk() throws Exception {
        connect("trap '' TERM;");
        selectRow(accepted.getPort(), client.pid());
        inDialogs(List.of(dialog -> Ui.press(dialog, "End Process"), dialog -> {
            String waiting = "Waiting for bash (PID " + client.pid() + ") to end... ";
            Ui.until("it counts", () -> shows(dialog, waiting + "2 s"));
            assertTrue(client.isAlive());
            Ui.press(dialog, "Kill It");
        }));
        later(END);

        untilItIsSaidToHaveEnded();
        assertTrue(client.waitFor(10, TimeUnit.SECONDS));
    }

    @Test
    void whoGivesUpWaitingLeavesItRunningAndIsAskedNothing() throws Exception {
        connect("trap '' TERM;");
        selectRow(accepted.getPort(), client.pid());
        BooleanSupplier done = inDialogs(List.of(dialog -> Ui.press(dialog, "End Process"), dialog -> {
            assertTrue(shows(dialog, "Waiting for "));
            Ui.press(dialog, "Cancel");
        }));
        later(END);

        Ui.until("nobody waits", done);
        assertTrue(client.isAlive());
    }

    @Test
    void theDialogGoesWhenTheProcessEndsMeanwhile() throws Exception {
        connect("trap '' TERM;");
        selectRow(accepted.getPort(), client.pid());
        inDialogs(List.of(dialog -> Ui.press(dialog, "End Process"), dialog -> {
            assertTrue(shows(dialog, "Waiting for "));
            client.destroyForcibly();
            Ui.until("it closes by itself", dialog::isDisposed);
        }));
        later(END);

        untilItIsSaidToHaveEnded();
    }

    /** Waits for the text in the status line, where nobody has to close it. */
    private void untilItIsSaidToHaveEnded() {
        untilTheStatusLineSays("bash (PID " + client.pid() + ") has ended.");
    }

    private static void untilTheStatusLineSays(String text) {
        Ui.until(
                "it is said to have ended",
                () -> Ui.visible(Label.class, label -> label.getText().startsWith(text))
                        .isPresent());
    }

    @Test
    void neverEndsPortioItself() throws Exception {
        selectRow(server.getLocalPort(), ProcessHandle.current().pid());
        BooleanSupplier refused = Ui.inDialog(DIALOG, dialog -> {
            Predicate<Button> end = button -> button.getText().equals("End Process");
            assertFalse(Ui.visible(dialog, Button.class, end).orElseThrow().isEnabled());
            Ui.press(dialog, "Cancel");
        });
        later(END);

        Ui.until("it is refused", refused);
    }

    @Test
    void closesAConnectionAndLeavesItsProcess() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "closing a connection needs CAP_NET_ADMIN");
        connect("");
        selectRow(accepted.getPort(), client.pid());
        BooleanSupplier asked = Ui.inDialog("Close Connection", dialog -> {
            assertTrue(shows(dialog, "127.0.0.1:" + accepted.getPort()));
            assertTrue(shows(dialog, "of bash (PID " + client.pid() + ")"));
            Ui.press(dialog, "Close Connection");
        });
        later(CLOSE);

        Ui.until("it was asked for", asked);
        Ui.until("the connection is gone", () -> !table.isVisible());
        assertTrue(client.isAlive());
    }

    @Test
    void onlyConnectionsWithARemoteEndCanBeClosed() throws Exception {
        selectRow(server.getLocalPort(), ProcessHandle.current().pid());

        assertFalse(isEnabled(CLOSE));
    }

    /** A separate process that holds a connection to the server, and reads its standard input meanwhile. */
    private void connect(String before) throws Exception {
        String script = before + " exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; read";
        client = new ProcessBuilder("bash", "-c", script).start();
        accepted = server.accept();
    }

    /** Returns the one socket at this port that belongs to this process. */
    private void selectRow(int localPort, long pid) throws Exception {
        selectRow(localPort, String.valueOf(pid)::equals);
    }

    private void selectRow(int localPort, Predicate<String> pids) throws Exception {
        table = Ui.show(Ui.CONNECTIONS, Table.class);
        filter = Ui.visible(Text.class, text -> text.getMessage().startsWith("Filter:"))
                .orElseThrow();
        // Connections of other tests may have had the same port, and stay for a minute.
        filter.setText("localPort:" + localPort + " !state:time-wait");
        Ui.refresh();
        // Not the count alone: the previous contents may also be one row.
        Ui.until(
                "that row alone is shown",
                () -> table.isVisible()
                        && table.getItemCount() == 1
                        && cell("Local Port").equals(String.valueOf(localPort))
                        && pids.test(cell("PID")));
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        Ui.until("its process can be ended", () -> isEnabled(END));
    }

    private String cell(String title) {
        return Arrays.stream(table.getColumns())
                .filter(column -> column.getText().equals(title))
                .map(column -> table.getItem(0).getText(table.indexOf(column)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * One dialog after the other: the next one may open before the waiter for the previous one sees that it is done.
     */
    private static BooleanSupplier inDialogs(List<Consumer<Shell>> steps) {
        AtomicReference<BooleanSupplier> rest = new AtomicReference<>(() -> true);
        BooleanSupplier first = Ui.inDialog(DIALOG, dialog -> {
            steps.getFirst().accept(dialog);
            if (steps.size() > 1) {
                rest.set(inDialogs(steps.subList(1, steps.size())));
            }
        });
        return () -> first.getAsBoolean() && rest.get().getAsBoolean();
    }

    private static boolean shows(Shell dialog, String part) {
        return Ui.visible(dialog, Label.class, label -> label.getText().contains(part))
                .isPresent();
    }

    private static Button radio(Shell dialog, String start) {
        Predicate<Button> wanted = button -> button.getText().replace("&", "").startsWith(start);
        return Ui.visible(dialog, Button.class, wanted).orElseThrow();
    }

    private static boolean isEnabled(String command) {
        return PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand(command)
                .isEnabled();
    }

    /** Asynchronously: a command that opens a dialog may not return before that is closed. */
    private static void later(String command) throws Exception {
        Ui.until("the command can be given", () -> isEnabled(command));
        IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
        Display.getCurrent().asyncExec(() -> {
            try {
                handlers.executeCommand(command, null);
            } catch (Exception e) {
                throw new IllegalStateException(command, e);
            }
        });
    }
}
