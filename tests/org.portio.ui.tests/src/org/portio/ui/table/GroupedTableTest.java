// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups in a real widget. */
class GroupedTableTest {

    private static final long LIMIT_NANOS = 20_000_000_000L;
    private static final TableTexts TEXTS = new TableTexts("", "", "loading", "empty", "none");
    private static final Person ANNA = new Person("Anna", List.of(3L), "Bern");
    private static final Person BERT = new Person("Bert", List.of(5L), "Aarau");
    private static final Person CARL = new Person("Carl", List.of(7L), "Bern");

    private static Display display;

    private Shell shell;
    private RowTable<Person> table;
    private Table widget;

    @BeforeAll
    static void start() {
        display = new Display();
    }

    @AfterAll
    static void stop() {
        display.dispose();
    }

    @BeforeEach
    void open() {
        shell = new Shell(display);
        shell.setLayout(new FillLayout());
        table = new RowTable<>(shell, Person.model().groupedBy(List.of(GroupingTest.BY_CITY)), TEXTS, null);
        widget = find(shell);
        shell.setSize(400, 300);
        shell.open();
        table.show(List.of(ANNA, BERT, CARL), _ -> null);
        table.groupBy("city");
        await("\u25be Aarau (1)", "    Bert", "\u25be Bern (2)", "    Anna", "    Carl");
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void sumsStandInTheirColumns() {
        assertEquals("10", widget.getItem(2).getText(1));
        assertEquals("3", widget.getItem(3).getText(1));
        assertTrue((widget.getItem(2).getFont(0).getFontData()[0].getStyle() & SWT.BOLD) != 0);
        assertEquals(widget.getFont(), widget.getItem(2).getFont(1));
        assertEquals(widget.getFont(), widget.getItem(3).getFont(0));
    }

    @Test
    void keysCloseAndOpenAndLeadToTheGroupAndIntoIt() {
        widget.setSelection(3);
        press(SWT.ARROW_LEFT);
        assertArrayEquals(new int[] {2}, widget.getSelectionIndices());
        press(SWT.ARROW_LEFT);
        await("\u25be Aarau (1)", "    Bert", "\u25b8 Bern (2)");
        assertArrayEquals(new int[] {2}, widget.getSelectionIndices());

        press(SWT.ARROW_RIGHT);
        await("\u25be Aarau (1)", "    Bert", "\u25be Bern (2)", "    Anna", "    Carl");
        press(SWT.ARROW_RIGHT);
        assertArrayEquals(new int[] {3}, widget.getSelectionIndices());
    }

    @Test
    void aClickOnTheArrowClosesAndOneBesideItDoesNot() {
        Rectangle cell = widget.getItem(2).getBounds(0);
        click(cell.x + cell.width - 3, cell.y + 3);
        table.show(List.of(ANNA, CARL), _ -> null);
        await("\u25be Bern (2)", "    Anna", "    Carl");

        cell = widget.getItem(0).getBounds(0);
        click(cell.x + 5, cell.y + 3);
        await("\u25b8 Bern (2)");
    }

    @Test
    void whatIsClosedAndSelectedStaysSoOverRefreshes() {
        widget.setSelection(2);
        press(SWT.ARROW_LEFT);
        await("\u25be Aarau (1)", "    Bert", "\u25b8 Bern (2)");
        Person dora = new Person("Dora", List.of(), "Aarau");
        table.show(List.of(ANNA, BERT, CARL, dora), _ -> null);

        await("\u25be Aarau (2)", "    Bert", "    Dora", "\u25b8 Bern (2)");
        assertArrayEquals(new int[] {3}, widget.getSelectionIndices());
        assertEquals(0, table.counts().selected(), "a group is not a row");
        assertEquals(4, table.counts().shown());
    }

    @Test
    void theRowOnTopStaysThereWhenAGroupAboveItGrows() {
        List<Person> many = people(200, "Zug");
        table.show(many, _ -> null);
        until(() -> widget.getItemCount() == 201);
        widget.setTopIndex(100);
        String top = widget.getItem(widget.getTopIndex()).getText();
        List<Person> more = new ArrayList<>(many);
        more.addAll(people(50, "Aarau"));
        table.show(more, _ -> null);

        until(() -> widget.getItemCount() == 252);
        assertEquals(top, widget.getItem(widget.getTopIndex()).getText());
    }

    @Test
    void rowsThatAreWantedAreShownThoughTheirGroupIsClosed() {
        table.expandAll(false);
        await("\u25b8 Aarau (1)", "\u25b8 Bern (2)");

        table.select(person -> person.city().equals("Bern"));

        await("\u25b8 Aarau (1)", "\u25be Bern (2)", "    Anna", "    Carl");
        assertArrayEquals(new int[] {2, 3}, widget.getSelectionIndices());
        assertEquals(2, table.counts().selected());
    }

    @Test
    void theGroupingIsRememberedWithTheLayout() {
        XMLMemento memento = XMLMemento.createWriteRoot("view");
        table.saveState(memento);
        RowTable<Person> next =
                new RowTable<>(shell, Person.model().groupedBy(List.of(GroupingTest.BY_CITY)), TEXTS, memento);
        assertEquals("city", next.grouping());
    }

    @Test
    void withoutGroupsAllIsAsBefore() {
        table.groupBy("");
        await("Anna", "Bert", "Carl");
        widget.setSelection(1);
        press(SWT.ARROW_LEFT);
        assertArrayEquals(new int[] {1}, widget.getSelectionIndices());
        assertEquals(widget.getFont(), widget.getItem(0).getFont(0));
    }

    private static List<Person> people(int count, String city) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Person(city + " " + (1000 + number), List.of(), city))
                .toList();
    }

    private void press(int key) {
        Event event = new Event();
        event.keyCode = key;
        widget.notifyListeners(SWT.KeyDown, event);
    }

    private void click(int x, int y) {
        Event event = new Event();
        event.button = 1;
        event.x = x;
        event.y = y;
        widget.notifyListeners(SWT.MouseDown, event);
    }

    private void await(String... rows) {
        until(() -> List.of(rows).equals(texts()));
    }

    private void until(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            if (!display.readAndDispatch()) {
                display.timerExec(10, display::wake);
                display.sleep();
            }
        }
        assertTrue(condition.getAsBoolean(), () -> "shown: " + texts());
    }

    private List<String> texts() {
        return IntStream.range(0, widget.getItemCount())
                .mapToObj(row -> widget.getItem(row).getText(0))
                .toList();
    }

    private static Table find(Composite parent) {
        for (Control child : parent.getChildren()) {
            if (child instanceof Table found) {
                return found;
            }
            Table within = child instanceof Composite composite ? find(composite) : null;
            if (within != null) {
                return within;
            }
        }
        return null;
    }
}
