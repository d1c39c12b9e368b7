// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.core.Connection;

/** Commands on rows of Connections, and the groups of these rows, with real sockets of this process. */
@ExtendWith(InWorkbench.class)
class RowActionsTest {

    private final ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
    private final IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
    private ServerSocket server;
    private Table table;
    private Text filter;

    @BeforeEach
    void showTheView() throws Exception {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        table = Ui.show(Ui.CONNECTIONS, Table.class);
        filter = Ui.visible(Text.class).orElseThrow();
        filter.setText("protocol:tcp port:" + server.getLocalPort());
        Ui.until(
                "the listener and its process are shown",
                () -> table.isVisible() && texts().equals(List.of("java")) && localPort(0) == server.getLocalPort());
        Ui.until("the table has the focus", table::forceFocus);
    }

    @AfterEach
    void closeAll() throws Exception {
        run("org.portio.ui.groupBy(org.portio.ui.grouping=none)");
        filter.setText("");
        server.close();
    }

    @Test
    void groupsAreRowsWithCountsAndNoCommandGetsThem() throws Exception {
        run("org.portio.ui.groupBy(org.portio.ui.grouping=process)");
        String group = "java (1)";
        Ui.until("the group is shown", () -> texts().equals(List.of("\u25be " + group, "    java")));

        select(0);
        assertTrue(selection().isEmpty());
        assertFalse(isEnabled("org.portio.core.ui.endProcess"));
        run("org.portio.ui.collapseAll");
        Ui.until("it is closed", () -> texts().equals(List.of("\u25b8 " + group)));
        run("org.portio.ui.expandAll");
        Ui.until("it is open", () -> table.getItemCount() == 2);
        select(1);
        assertTrue(isEnabled("org.portio.core.ui.endProcess"));
    }

    @Test
    void theOtherEndOfAConnectionIsSelected() throws Exception {
        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            Ui.until("both ends are shown", () -> table.getItemCount() == 3);
            select(IntStream.range(0, 3)
                    .filter(row -> localPort(row) == client.getLocalPort())
                    .findFirst()
                    .orElseThrow());

            run("org.portio.core.ui.goToOtherEnd");

            Ui.until(
                    "the other end is selected",
                    () -> selection().getFirstElement() instanceof Connection end
                            && end.local().port() == accepted.getLocalPort()
                            && end.remote() != null);
            run("org.portio.core.ui.selectProcess");
            Ui.until("all rows of the process are selected", () -> selection().size() == 3);
        }
    }

    @Test
    void theCommandLineForTheSameIsCopied() throws Exception {
        select(0);
        run("org.portio.core.ui.copyKillCommand");
        assertEquals("portio kill --port " + server.getLocalPort() + " --tcp", clipboard());
        run("org.portio.ui.copyCell");
        assertEquals("java", clipboard());
    }

    @Test
    void whatCannotBeDoneSaysWhyInTheMenu() {
        select(0);
        List<String> entries = entries();
        assertTrue(entries.contains("Go to Other End (not connected)"), entries::toString);
        assertTrue(entries.contains("Resolve Name (no remote address that a name server knows)"), entries::toString);
        assertTrue(entries.stream().anyMatch(entry -> entry.startsWith("Open in Browser\t")), entries::toString);
        assertFalse(isEnabled("org.portio.core.ui.goToOtherEnd"));
    }

    @Test
    void historyShowsThePastOfThePort() throws Exception {
        select(0);
        run("org.portio.record.ui.follow");

        assertEquals(
                "org.portio.record.ui.history",
                Ui.page().getActivePart().getSite().getId());
        Ui.until(
                "its filter is the port",
                () -> Ui.visible(
                                Text.class,
                                text -> text.getText().equals("protocol:tcp localPort:" + server.getLocalPort()))
                        .isPresent());
        Ui.visible(Text.class, text -> text.getText().startsWith("protocol:tcp localPort:"))
                .orElseThrow()
                .setText("");
        Ui.page().showView(Ui.CONNECTIONS);
    }

    private void run(String command) throws Exception {
        ParameterizedCommand parameterized = commands.deserialize(command);
        handlers.executeCommand(parameterized, null);
    }

    private boolean isEnabled(String command) {
        return commands.getCommand(command).isEnabled();
    }

    private void select(int row) {
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
    }

    private IStructuredSelection selection() {
        return (IStructuredSelection) Ui.page().getSelection(Ui.CONNECTIONS);
    }

    private int localPort(int row) {
        int column = IntStream.range(0, table.getColumnCount())
                .filter(index -> table.getColumn(index).getText().equals("Local Port"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(table.getItem(row).getText(column));
    }

    private List<String> texts() {
        return Arrays.stream(table.getItems()).map(item -> item.getText(0)).toList();
    }

    private List<String> entries() {
        Event place = new Event();
        Point cell = table.toDisplay(
                table.getItem(0).getBounds(0).x + 1, table.getItem(0).getBounds(0).y + 1);
        place.x = cell.x;
        place.y = cell.y;
        table.notifyListeners(SWT.MenuDetect, place);
        Menu menu = table.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        List<String> entries = Arrays.stream(menu.getItems())
                .map(MenuItem::getText)
                .map(text -> text.replace("&", ""))
                .toList();
        menu.notifyListeners(SWT.Hide, new Event());
        return entries;
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }
}
