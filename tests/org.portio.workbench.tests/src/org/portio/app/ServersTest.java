// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;
import org.portio.testing.FakeServers;

/** The view Servers and its dialog, on servers that are a list. */
@ExtendWith(InWorkbench.class)
class ServersTest {

    private static final String START = "org.portio.reservation.ui.startServer";
    private static final String DIALOG = "Start Server";

    private final FakeServers servers = new FakeServers();
    private ServiceRegistration<TemporaryServers> registration;

    @BeforeEach
    void publishThem() {
        registration = Published.inPlaceOfAll(TemporaryServers.class, servers);
    }

    @AfterEach
    void withdrawThem() {
        registration.unregister();
    }

    @Test
    void saysWhatToDoWhereNoServerRuns() throws Exception {
        Ui.page().showView(Ui.SERVERS);

        Ui.until(
                "it says so, with the key",
                () -> Dialogs.label("No servers are running. To start one, choose Start Server... (Ctrl+T)"));
    }

    @Test
    void showsServersAndTheTranscriptOfTheSelectedOne() throws Exception {
        servers.put(server(8080, 1, 5));
        servers.add(new TranscriptEntry(Instant.EPOCH, "127.0.0.1:50000", "connected"));
        Table table = Ui.show(Ui.SERVERS, Table.class);
        Ui.until("the server is shown", () -> table.getItemCount() == 1);
        assertEquals("echo", table.getItem(0).getText(2));
        Dialogs.selectFirst(table);
        Ui.until("its transcript is shown", () -> transcript().contains("127.0.0.1:50000  connected"));
        assertTrue(Dialogs.label("Transcript of TCP 8080"));

        servers.put(server(8080, 1, 6));
        servers.add(new TranscriptEntry(Instant.EPOCH, "127.0.0.1:50000", "received 6 bytes"));

        Ui.until("figures follow", () -> table.getItem(0).getText(8).equals("6"));
        Ui.until("the transcript follows", () -> transcript().contains("received 6 bytes"));
        assertEquals(1, table.getSelectionCount());
    }

    @Test
    void aFailureIsShownInPlaceOfTheRows() throws Exception {
        servers.failWith(new ServerException(Failure.of(ServerException.Kind.FAILED, "Start the keeper.")));
        Ui.page().showView(Ui.SERVERS);

        Ui.until("it says what to do", () -> Dialogs.label("Start the keeper."));
    }

    @Test
    void theDialogChecksWhatIsTypedAndStarts() throws Exception {
        int free = freePort();
        BooleanSupplier done = Ui.inDialog(DIALOG, dialog -> {
            assertFalse(Dialogs.button(dialog, "Start").isEnabled());
            Dialogs.field(dialog, "8080").setText(String.valueOf(free));
            Dialogs.field(dialog, "all addresses").setText("my.host");
            assertTrue(Dialogs.shows(dialog, Text.class, text -> text.getText().contains("is not an IP address")));
            assertFalse(Dialogs.button(dialog, "Start").isEnabled());
            Dialogs.field(dialog, "all addresses").setText("127.0.0.1");
            chooseFiveMinutes(dialog);
            assertTrue(Dialogs.shows(dialog, Text.class, text -> text.getText().endsWith("for 5 minutes.")));
            Ui.press(dialog, "Start");
        });
        Dialogs.later(START);

        Ui.until("the dialog is done", done);
        Ui.until("it runs", () -> list().size() == 1);
        assertEquals(free, list().getFirst().request().port());
        assertEquals(5, list().getFirst().request().duration().toMinutes());
    }

    @Test
    void deleteAsksWhereClientsWouldNotice() throws Exception {
        selectOne(server(8080, 2, 0));
        BooleanSupplier refused = Ui.inDialog("Stop Server", dialog -> Ui.press(dialog, "Cancel"));
        Dialogs.later(IWorkbenchCommandConstants.EDIT_DELETE);

        Ui.until("the dialog is done", refused);
        assertEquals(1, list().size());
    }

    @Test
    void deleteAsksAlsoWhereNobodyIsConnectedAndStops() throws Exception {
        selectOne(server(8080, 0, 0));
        BooleanSupplier confirmed = Ui.inDialog("Stop Server", dialog -> Ui.press(dialog, "Stop"));
        Dialogs.later(IWorkbenchCommandConstants.EDIT_DELETE);

        Ui.until("the dialog is done", confirmed);
        Ui.until("it is stopped", () -> list().isEmpty());
    }

    private void selectOne(ServerStatus server) throws Exception {
        servers.put(server);
        Table table = Ui.show(Ui.SERVERS, Table.class);
        // Rows of the previous test may still be shown for a moment.
        Ui.until("the server is shown", () -> shows(table, "8080", String.valueOf(server.open())));
        Dialogs.selectFirst(table);
    }

    private static boolean shows(Table table, String port, String open) {
        return table.getItemCount() == 1
                && table.getItem(0).getText(0).equals(port)
                && table.getItem(0).getText(7).equals(open);
    }

    private static void chooseFiveMinutes(Shell dialog) {
        Combo combo = Ui.visible(dialog, Combo.class, _ -> true).orElseThrow();
        combo.setText("for 5 minutes");
        combo.notifyListeners(SWT.Selection, new Event());
    }

    private static String transcript() {
        return Ui.visible(StyledText.class).map(StyledText::getText).orElse("");
    }

    private List<ServerStatus> list() {
        try {
            return servers.list();
        } catch (ServerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    private static ServerStatus server(int port, long open, long received) {
        ServerRequest request = new ServerRequest(port, Protocol.TCP, ServerMode.ECHO, ServerRequest.LOOPBACK, null);
        return new ServerStatus(request, Instant.EPOCH, null, open, open, received, received);
    }
}
