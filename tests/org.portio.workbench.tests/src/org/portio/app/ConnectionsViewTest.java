// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.core.Connection;

/** The view Connections on real sockets of this process. */
@ExtendWith(InWorkbench.class)
class ConnectionsViewTest {

    private Table table;
    private Text filter;
    private ServerSocket some;

    @BeforeEach
    void showTheView() throws Exception {
        // On a machine without any socket the view says so instead of showing the table.
        some = listener();
        table = Ui.show(Ui.CONNECTIONS, Table.class);
        filter = Ui.visible(Text.class).orElseThrow();
    }

    @AfterEach
    void clearTheFilter() throws Exception {
        filter.setText("");
        some.close();
    }

    @Test
    void showsAListenerWithItsProcessAndFollowsItToItsEnd() throws Exception {
        try (ServerSocket server = listener()) {
            showOnly(server);

            Ui.until("its owner is known", () -> cell(0, "Process").equals("java"));
            assertEquals(String.valueOf(ProcessHandle.current().pid()), cell(0, "PID"));
            assertEquals("::ffff:127.0.0.1", cell(0, "Local Address"));
            assertEquals(String.valueOf(server.getLocalPort()), cell(0, "Local Port"));
            assertEquals("LISTEN", cell(0, "State"));
        }
        Ui.until("the view says that nothing matches", () -> !table.isVisible());
    }

    @Test
    void aClosedConnectionStandsOutAndThenStaysForAWhileInPalerText() throws Exception {
        ServerSocket server = listener();
        try (server) {
            showOnly(server);
            assertEquals(table.getForeground(), table.getItem(0).getForeground());
        }
        Ui.until("it is shown as closed", () -> cell(0, "State").equals("CLOSED"));
        Ui.until(
                "it is dimmed",
                () -> table.isVisible()
                        && !table.getForeground().equals(table.getItem(0).getForeground()));
        Ui.until("it is gone", () -> !table.isVisible());
    }

    @Test
    void aStateHasAMarkAndNoOtherCell() throws Exception {
        try (ServerSocket server = listener()) {
            showOnly(server);
            int state = table.indexOf(column("State"));
            Ui.until("the state has a mark", () -> table.getItem(0).getImage(state) != null);
            assertNull(table.getItem(0).getImage(table.indexOf(column("Local Port"))));
        }
    }

    @Test
    void findsAConnectionByWhatCameThroughIt() throws Exception {
        try (ServerSocket server = listener();
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(new byte[30_000]);
            assertEquals(30_000, accepted.getInputStream().readNBytes(30_000).length);

            filter.setText("local-port:" + server.getLocalPort() + " bytesReceived:>29k");
            Ui.until(
                    "the end that received is shown alone",
                    () -> table.isVisible()
                            && table.getItemCount() == 1
                            && cell(0, "State").equals("ESTABLISHED"));
        }
    }

    @Test
    void rowsAreLowerIfTheUserWantsThemCompact() throws Exception {
        try (ServerSocket server = listener()) {
            showOnly(server);
            int normal = table.getItemHeight();
            compact();
            Ui.until("rows are lower", () -> table.getItemHeight() < normal);
            compact();
            Ui.until("rows are as high as before", () -> table.getItemHeight() == normal);
        }
    }

    private static void compact() throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.portio.ui.compact", null);
    }

    @Test
    void keepsTheSelectionByConnectionWhileRowsComeAndGo() throws Exception {
        try (ServerSocket server = listener()) {
            showOnly(server);
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, new Event());

            try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                    Socket accepted = server.accept()) {
                Ui.until("both ends of the connection are shown", () -> table.getItemCount() == 3);

                assertEquals(1, table.getSelectionCount());
                assertEquals("LISTEN", cell(table.getSelectionIndex(), "State"));
                IStructuredSelection selection =
                        (IStructuredSelection) Ui.page().getSelection(Ui.CONNECTIONS);
                Connection selected = (Connection) selection.getFirstElement();
                assertEquals(server.getLocalPort(), selected.local().port());
                assertEquals(client.getPort(), accepted.getLocalPort());
            }
        }
    }

    @Test
    void narrowsTheFilterByACommand() throws Exception {
        try (ServerSocket server = listener()) {
            showOnly(server);
            String before = filter.getText();
            Ui.until("the table has the focus", table::forceFocus);
            ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
            ParameterizedCommand narrow =
                    commands.deserialize("org.portio.core.ui.filterBy(org.portio.core.ui.term=state:listen)");

            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(narrow, null);

            assertEquals(before + " state:listen", filter.getText());
            Ui.until("the listener is still there", () -> table.getItemCount() == 1);
        }
    }

    /** So many that only the difference is passed to the widget. */
    @Test
    void keepsALargeSelectionByConnectionWhileRowsComeAndGo() throws Exception {
        List<DatagramSocket> sockets = new ArrayList<>();
        try {
            open(700, sockets);
            filter.setText("protocol:udp pid:" + ProcessHandle.current().pid());
            Ui.until("all are shown", () -> table.getItemCount() == 700);
            table.selectAll();
            table.notifyListeners(SWT.Selection, new Event());
            Set<Integer> before = Set.copyOf(ports());
            close(sockets.subList(100, 150));
            open(20, sockets);

            Ui.until("what has changed is shown", () -> table.getItemCount() == 670);

            assertEquals(650, table.getSelectionCount());
            assertTrue(Arrays.stream(table.getSelectionIndices())
                    .allMatch(row -> before.contains(Integer.valueOf(cell(row, "Local Port")))));
            IStructuredSelection selection = (IStructuredSelection) Ui.page().getSelection(Ui.CONNECTIONS);
            assertEquals(650, selection.size());
        } finally {
            close(sockets);
        }
    }

    private static void open(int count, List<DatagramSocket> sockets) throws Exception {
        for (int i = 0; i < count; i++) {
            sockets.add(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
        }
    }

    private static void close(List<DatagramSocket> sockets) {
        sockets.forEach(DatagramSocket::close);
        sockets.clear();
    }

    @Test
    void sortsPortsAsNumbersWhenTheHeaderIsClicked() throws Exception {
        try (ServerSocket one = listener();
                ServerSocket two = listener();
                ServerSocket three = listener()) {
            filter.setText("pid:" + ProcessHandle.current().pid() + " state:listen");
            Ui.until(
                    "the listeners are shown",
                    () -> table.getItemCount() >= 3 && ports().contains(three.getLocalPort()));
            clickHeader("Remote Port");
            clickHeader("Local Port");
            Ui.until("they are sorted", () -> isAscending(ports()));

            clickHeader("Local Port");
            Ui.until("they are sorted the other way round", () -> isAscending(ports().reversed()));
            for (ServerSocket server : List.of(one, two, three)) {
                assertTrue(ports().contains(server.getLocalPort()));
            }
        }
    }

    @Test
    void aWrongFilterIsAnsweredWithWhatIsWrong() {
        for (String wrong : List.of(
                "foo:bar", "port:abc", "port:8100-8000", "state:xyz", "127.0.0.0/99", "port:99999", "proto:icmp")) {
            filter.setText(wrong);
            Ui.until(
                    "the view says what is wrong with " + wrong,
                    () -> Dialogs.label("Cannot filter by \u201c" + wrong + "\u201d: "));
            assertFalse(table.isVisible());
        }
    }

    @Test
    void findsAListenerByItsAddressHoweverThatIsWritten() {
        String port = String.valueOf(some.getLocalPort());
        for (String right : List.of(
                "127.0.0.0/8",
                "127.0.0.1:" + port,
                ":" + port,
                "\"listen\"",
                "port:>1,0",
                "state:listen|established")) {
            filter.setText("local-port:" + port + " state:listen " + right);
            Ui.until("the listener is found by " + right, () -> table.getItemCount() == 1 && table.isVisible());
        }
    }

    private void showOnly(ServerSocket server) {
        String port = String.valueOf(server.getLocalPort());
        filter.setText("protocol:tcp port:" + port);
        Ui.until(
                "the listener alone is shown",
                () -> table.getItemCount() == 1 && cell(0, "Local Port").equals(port));
    }

    private void clickHeader(String title) {
        column(title).notifyListeners(SWT.Selection, new Event());
    }

    private List<Integer> ports() {
        return IntStream.range(0, table.getItemCount())
                .mapToObj(row -> Integer.valueOf(cell(row, "Local Port")))
                .toList();
    }

    private static boolean isAscending(List<Integer> numbers) {
        return numbers.equals(numbers.stream().sorted().toList());
    }

    private String cell(int row, String title) {
        return table.getItem(row).getText(table.indexOf(column(title)));
    }

    private TableColumn column(String title) {
        return Arrays.stream(table.getColumns())
                .filter(column -> column.getText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static ServerSocket listener() throws Exception {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }
}
