// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's view Properties for the selection in Connections: real sockets of this process. */
@ExtendWith(InWorkbench.class)
class PropertiesViewTest {

    private ServerSocket server;
    private Table table;
    private Text filter;

    @BeforeEach
    void selectAListener() throws Exception {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Ui.page().showView(IPageLayout.ID_PROP_SHEET);
        table = Ui.show(Ui.CONNECTIONS, Table.class);
        filter = Ui.visible(Text.class).orElseThrow();
        filter.setText("port:" + port());
        Ui.refresh();
        Ui.until("the listener alone is shown", () -> table.getItemCount() == 1 && state(0).equals("LISTEN " + port()));
        select(0);
        Ui.until(
                "its properties are shown, and its owner is known",
                () -> value("Local Address").equals(local()) && owner().isPresent());
    }

    @AfterEach
    void closeIt() throws Exception {
        // The Error Log comes to the front with each message, and may cover Properties.
        Ui.page().hideView(Ui.page().findView("org.eclipse.pde.runtime.LogView"));
        server.close();
        filter.setText("");
    }

    @Test
    void showsTheSocketAndTheProcessOfTheSelectedRow() {
        assertEquals("LISTEN", value("State"));
        assertEquals(String.valueOf(ProcessHandle.current().pid()), value("PID"));
        assertEquals("java", value("Name"));
        assertTrue(value("Started By").contains(" ("), value("Started By"));
        assertEquals(System.getProperty("user.dir"), value("Working Directory"));
    }

    @Test
    void keepsWhatIsSelectedAndFoldedWhileValuesChangeAndRowsAreSelected() throws Exception {
        tree().setSelection(line("Recv-Q"));
        setExpanded(owner().orElseThrow(), false);

        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            Ui.until("the client waits", () -> value("Recv-Q").startsWith("1 "));
            assertEquals("Recv-Q", tree().getSelection()[0].getText());

            Ui.until("all three sockets are shown", () -> table.getItemCount() == 3);
            select(clientRow());
            Ui.until(
                    "the client's properties are shown",
                    () -> value("Remote Address").equals(local()));
            Ui.until("its owner is known", () -> owner().isPresent());
            assertEquals("Recv-Q", tree().getSelection()[0].getText());
            assertFalse(owner().orElseThrow().getExpanded());
            assertTrue(client.isConnected());
            setExpanded(owner().orElseThrow(), true);
        }
    }

    @Test
    void keepsTheLastValuesOfASocketThatWasClosed() throws Exception {
        server.close();

        Ui.until(
                "it is said to be closed",
                () -> Ui.visible(Label.class, label -> label.getText().startsWith("Closed at "))
                        .isPresent());
        assertEquals(local(), value("Local Address"));
    }

    @Test
    void copiesTheValueOfTheSelectedLine() throws Exception {
        Ui.page().showView(IPageLayout.ID_PROP_SHEET);
        tree().setSelection(line("Local Address"));

        execute("org.eclipse.ui.edit.copy");

        Clipboard clipboard = new Clipboard(tree().getDisplay());
        assertEquals(local(), clipboard.getContents(TextTransfer.getInstance()));
        clipboard.dispose();
    }

    @Test
    void isOpenedByTheCommandProperties() throws Exception {
        Ui.page().hideView(Ui.page().findView(IPageLayout.ID_PROP_SHEET));
        Ui.page().showView(Ui.CONNECTIONS);

        execute("org.eclipse.ui.file.properties");

        assertEquals(
                IPageLayout.ID_PROP_SHEET, Ui.page().getActivePart().getSite().getId());
        Ui.until("the properties are shown", () -> value("Local Address").equals(local()));
    }

    private int port() {
        return server.getLocalPort();
    }

    private String local() {
        return "[::ffff:127.0.0.1]:" + port();
    }

    private int clientRow() {
        return IntStream.range(0, table.getItemCount())
                .filter(row -> cell(row, "Remote Port").equals(String.valueOf(port())))
                .findFirst()
                .orElseThrow();
    }

    /** Returns state and local port of a row. */
    private String state(int row) {
        return cell(row, "State") + " " + cell(row, "Local Port");
    }

    private String cell(int row, String title) {
        return Arrays.stream(table.getColumns())
                .filter(column -> column.getText().equals(title))
                .map(column -> table.getItem(row).getText(table.indexOf(column)))
                .findFirst()
                .orElseThrow();
    }

    private void select(int row) {
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
    }

    private static void execute(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }

    /** Returns the tree with names and values: the Error Log, which may be visible as well, has one, too. */
    private static Optional<Tree> sheet() {
        return Ui.visible(Tree.class, tree -> tree.getColumnCount() == 2);
    }

    private static Tree tree() {
        return sheet().orElseThrow();
    }

    /** Selects it as by a click of the user. */
    private static void setExpanded(TreeItem item, boolean expanded) {
        Event event = new Event();
        event.item = item;
        tree().notifyListeners(expanded ? SWT.Expand : SWT.Collapse, event);
        item.setExpanded(expanded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Ui.NETSTAT,
                Ui.DIAGNOSE,
                Ui.FIREWALL,
                Ui.RESERVATIONS,
                Ui.SERVERS,
                "org.eclipse.pde.runtime.LogView",
                "org.eclipse.ui.views.ProgressView"
            })
    void keepsTheConnectionWhileAViewWithoutPropertiesIsActive(String id) throws Exception {
        Ui.page().showView(id);
        Ui.page().showView(IPageLayout.ID_PROP_SHEET);

        Ui.until("the connection is shown", () -> value("Local Address").equals(local()));
    }

    @Test
    void showsTheConnectionWhenItIsOpenedFromAViewWithoutProperties() throws Exception {
        Ui.page().hideView(Ui.page().findView(IPageLayout.ID_PROP_SHEET));
        Ui.page().showView(Ui.NETSTAT);
        Ui.page().showView(IPageLayout.ID_PROP_SHEET);

        Ui.until("the connection is shown", () -> value("Local Address").equals(local()));
    }

    private static Optional<TreeItem> owner() {
        return sheet().stream()
                .flatMap(tree -> Arrays.stream(tree.getItems()))
                .filter(category -> category.getText().startsWith("Process java "))
                .findFirst();
    }

    private static TreeItem line(String name) {
        return find(name).orElseThrow();
    }

    /** Returns an empty text if there is no such line. */
    private static String value(String name) {
        return find(name).map(item -> item.getText(1)).orElse("");
    }

    private static Optional<TreeItem> find(String name) {
        return sheet().stream()
                .flatMap(tree -> Arrays.stream(tree.getItems()))
                .flatMap(category -> Stream.of(category.getItems()))
                .filter(item -> item.getText().equals(name))
                .findFirst();
    }
}
