// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.ui.Labels;

/** The view History over what the window itself has kept in memory since it was opened. */
@ExtendWith(InWorkbench.class)
class HistoryTest {

    /** A UDP socket of an earlier test may have had the same port. */
    private static final String ONLY = "protocol:tcp port:";

    private static final String HISTORY = "org.portio.record.ui.history";

    @AfterEach
    void showsAllAgain() throws Exception {
        backToNow().ifPresent(button -> button.notifyListeners(SWT.Selection, new Event()));
        filter("");
        press(plot(), SWT.ESC, 0);
    }

    @Test
    void showsTheLifeOfASocketFromItsBeginningToItsEnd() throws Exception {
        Table table = Ui.show(HISTORY, Table.class);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            filter(ONLY + server.getLocalPort());
            Ui.until(
                    "its life is shown",
                    () -> cell(table, server.getLocalPort(), "What").equals("listening"));
            assertEquals("open", cell(table, server.getLocalPort(), "Closed"));

            int port = closed(server);
            Ui.until("its end is shown", () -> !cell(table, port, "Closed").equals("open"));
            assertTrue(cell(table, port, "Closed").startsWith("20"), cell(table, port, "Closed"));
        }
    }

    @Test
    void saysThatOnlyTheLastMinutesAreKept() throws Exception {
        Ui.show(HISTORY, Table.class);

        Ui.until(
                "it says so, and how to keep more",
                () -> Ui.visible(
                                Link.class,
                                link -> link.getText().startsWith("Only the last 15 minutes are kept")
                                        && link.getText().endsWith("<a>Record Always...</a>"))
                        .isPresent());
    }

    @Test
    void saysOfATimeBeforeTheWindowThatItWasNotWatched() throws Exception {
        Table table = Ui.show(HISTORY, Table.class);

        filter("nothing-has-this-name");

        Ui.until(
                "it is shown, whatever the filter",
                () -> table.isVisible()
                        && table.getItemCount() > 0
                        && cell(table, 0, "What").equals("not watched"));
    }

    @Test
    void showsTheTimeThatIsSelectedInTheChartUntilEscape() throws Exception {
        Table table = Ui.show(HISTORY, Table.class);
        Ui.until("there are rows", () -> table.isVisible() && table.getItemCount() > 0);
        Control plot = plot();

        Ui.until("a time is selected", () -> {
            press(plot, SWT.ARROW_LEFT, SWT.SHIFT);
            return Ui.visible(Label.class, HistoryTest::isRange).isPresent();
        });

        press(plot, SWT.ESC, 0);
        Ui.until(
                "all is shown",
                () -> Ui.visible(Label.class, HistoryTest::isRange).isEmpty());
    }

    @Test
    void allViewsGoToAMomentOfThePastAndBack() throws Exception {
        Table table = Ui.show(HISTORY, Table.class);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(server.getLocalPort());
            filter(ONLY + port);
            Ui.until(
                    "it is shown",
                    () -> cell(table, server.getLocalPort(), "Closed").equals("open"));
            closed(server);
            Ui.until(
                    "its end is shown",
                    () -> !cell(table, server.getLocalPort(), "Closed").equals("open"));

            select(table, server.getLocalPort());
            Ui.until(
                    "commands have the selection",
                    () -> Ui.page().getWorkbenchWindow().getSelectionService().getSelection()
                                    instanceof IStructuredSelection rows
                            && rows.size() == 1);
            PlatformUI.getWorkbench()
                    .getService(IHandlerService.class)
                    .executeCommand("org.portio.record.ui.goToMoment", null);

            Ui.until(
                    () -> "History does not say so, but: " + Ui.texts(),
                    () -> backToNow().isPresent());
            Table connections = Ui.show(Ui.CONNECTIONS, Table.class);
            filter(ONLY + port);
            Ui.until(
                    "the closed socket is there again",
                    () -> connections.isVisible()
                            && cell(connections, server.getLocalPort(), "State").equals("LISTEN"));

            Ui.show(HISTORY, Table.class);
            backToNow().orElseThrow().notifyListeners(SWT.Selection, new Event());
            Ui.show(Ui.CONNECTIONS, Table.class);
            Ui.until("it is gone", () -> !connections.isVisible());
            filter("");
        }
    }

    private static Optional<Link> backToNow() {
        return Ui.visible(Link.class, link -> link.getText().endsWith("<a>Back to Now</a>"));
    }

    private static void select(Table table, int port) {
        int local = index(table, "Local Port");
        IntStream.range(0, table.getItemCount())
                .filter(row -> table.getItem(row).getText(local).equals(String.valueOf(port)))
                .forEach(table::setSelection);
        table.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void hasAPerspectiveWithWhatIsThereBelowIt() throws Exception {
        IPerspectiveDescriptor before = Ui.page().getPerspective();
        PlatformUI.getWorkbench()
                .showPerspective("org.portio.app.timeLine", Ui.page().getWorkbenchWindow());
        try {
            for (String view : new String[] {HISTORY, Ui.CONNECTIONS, "org.eclipse.ui.views.PropertySheet"}) {
                assertTrue(Ui.page().isPartVisible(Ui.page().findView(view)), view);
            }
        } finally {
            Ui.page().setPerspective(before);
        }
    }

    private static boolean isRange(Label label) {
        return label.getText().matches(".*\\d\\d:\\d\\d:\\d\\d to .*\\d\\d:\\d\\d:\\d\\d");
    }

    private static int closed(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return server.getLocalPort();
    }

    private static Control plot() throws Exception {
        Ui.show(HISTORY, Table.class);
        return Ui.visible(Control.class, control -> Labels.nameOf(control).equals("Chart of sockets over time"))
                .orElseThrow();
    }

    private static void press(Control control, int key, int modifiers) {
        Event event = new Event();
        event.keyCode = key;
        event.stateMask = modifiers;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private static void filter(String text) {
        Ui.visible(Text.class, field -> field.getMessage().startsWith("Filter:"))
                .orElseThrow()
                .setText(text);
    }

    /** Returns the cell of the row with this local port, or of the first row for 0; empty if there is no such row. */
    private static String cell(Table table, int port, String column) {
        if (!table.isVisible()) {
            return "";
        }
        int wanted = index(table, column);
        int local = index(table, "Local Port");
        return IntStream.range(0, table.getItemCount())
                .mapToObj(table::getItem)
                .filter(row -> port == 0 || row.getText(local).equals(String.valueOf(port)))
                .map((TableItem row) -> row.getText(wanted))
                .findFirst()
                .orElse("");
    }

    private static int index(Table table, String title) {
        return Arrays.stream(table.getColumns())
                .map(TableColumn::getText)
                .toList()
                .indexOf(title);
    }
}
