// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portio.core.address.Endpoint;
import org.portio.ui.internal.table.ColumnWidths;
import org.portio.ui.table.TableState.ColumnState;
import org.portio.ui.table.TableState.Sort;

/** Tests with a real widget; they dispatch its events themselves. */
class VirtualTableTest {

    private static final int MANY = 20_000;
    private static final long LIMIT_NANOS = 20_000_000_000L;
    private static final RowLook<Person> LOOK = RowLook.coloured(_ -> null);

    private static Display display;

    private VirtualTable<Person> table;
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
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        table = new VirtualTable<>(
                shell, column -> assertEquals("", column, "nobody clicks on a header"), Assertions::assertNull);
        table.build(Person.model(), TableState.initial(Person.model()));
        widget = table.widget();
        shell.setSize(400, 300);
        shell.open();
        dispatch();
    }

    @AfterEach
    void close() {
        widget.getShell().dispose();
    }

    @Test
    void takesOnAGreatManyRowsInStepsAndLetsGoOfThemInSteps() {
        show(MANY);
        int atOnce = widget.getItemCount();
        assertTrue(atOnce < MANY / 4, () -> atOnce + " at once");
        awaitCount(MANY);

        show(3);
        assertTrue(widget.getItemCount() > MANY / 2);
        awaitCount(3);
    }

    @Test
    void showsNothingInRowsThatAreAboutToGoAndTheRightRowIfItComesBack() {
        show(MANY);
        awaitCount(MANY);

        show(3);
        assertEquals("Person 2", widget.getItem(2).getText());
        assertEquals("", widget.getItem(7).getText());
        show(MANY);

        assertEquals("Person 7", widget.getItem(7).getText());
        awaitCount(MANY);
        assertEquals("Person 7", widget.getItem(7).getText());
    }

    @Test
    void hasSelectedRowsAtOnceHoweverFarDown() {
        show(MANY);
        awaitCount(MANY);
        widget.setSelection(MANY - 5);
        show(List.of(person(MANY - 5)));
        assertArrayEquals(new int[] {0}, widget.getSelectionIndices());
        awaitCount(1);

        show(MANY);

        assertArrayEquals(new int[] {MANY - 5}, widget.getSelectionIndices());
        assertEquals(List.of(person(MANY - 5)), table.selectedRows());
    }

    @Test
    void selectsAllRowsThoughSomeAreStillToCome() {
        show(MANY);

        table.selection().selectAll();

        assertEquals(MANY, widget.getSelectionCount());
        assertEquals(MANY, table.selectedRows().size());
    }

    @Test
    void doesNotCountASelectedRowThatIsAboutToGo() {
        show(MANY);
        awaitCount(MANY);
        show(3);

        widget.setSelection(10);

        assertEquals(List.of(), table.selectedRows());
    }

    @Test
    void showsAnImageInTheColumnThatHasOneAndTakesItAway() {
        Image image = new Image(display, 16, 16);
        try {
            Map<String, Function<? super Person, Image>> images =
                    Map.of("localPort", row -> row.name().equals("Person 1") ? image : null);
            table.update(Rows.of(people(3), Person::name), new RowLook<>(_ -> null, _ -> false, images));
            dispatch();
            int port = indexOf("localPort");
            assertEquals(image, widget.getItem(1).getImage(port));
            assertNull(widget.getItem(0).getImage(port));
            assertNull(widget.getItem(1).getImage(indexOf("name")));

            show(3);
            assertNull(widget.getItem(1).getImage(port));
        } finally {
            image.dispose();
        }
    }

    @Test
    void asksForLooksAnewWithoutOtherRows() {
        String[] colour = {null};
        table.update(Rows.of(people(3), Person::name), RowLook.coloured(_ -> colour[0]));
        dispatch();
        Color before = widget.getItem(0).getBackground();

        JFaceResources.getColorRegistry().put("rows", new RGB(1, 2, 3));
        colour[0] = "rows";
        table.restyle();

        assertNotEquals(before, widget.getItem(0).getBackground());
        assertEquals(new RGB(1, 2, 3), widget.getItem(0).getBackground().getRGB());
    }

    @Test
    void noColumnTakesTheWidthThatIsLeft() {
        show(3);
        dispatch();
        for (TableColumn column : widget.getColumns()) {
            if (column.getData() != null) {
                assertTrue(column.getWidth() < 200, () -> column.getText() + " is " + column.getWidth());
            }
        }
    }

    @Test
    void aTitleHasRoomForTheArrowBesideIt() {
        for (TableColumn column : widget.getColumns()) {
            int title = ColumnWidths.ofTitles(widget, List.of(column.getText()))[0];
            assertTrue(column.getData() == null || column.getWidth() >= title, column.getText());
        }
    }

    @Test
    void whatTheUserMovesStaysBeforeTheEmptyColumn() {
        int columns = widget.getColumnCount();
        int[] order = IntStream.concat(IntStream.of(columns - 1), IntStream.range(0, columns - 1))
                .toArray();
        widget.setColumnOrder(order);
        dispatch();

        assertEquals(columns - 1, widget.getColumnOrder()[columns - 1]);
        assertEquals(
                Person.model().columns().size(),
                table.columns()
                        .capture(TableState.initial(Person.model()))
                        .columns()
                        .size());
    }

    @Test
    void aColumnOfAddressesGrowsUntilALongOneFitsUnlessTheUserMadeItNarrow() {
        String address = "2001:db8:85a3:1319:8a2e:370:7348:abcd";
        TableModel<Person> model = new TableModel<>(
                List.of(Column.address("home", "Home", _ -> Endpoint.parse("[" + address + "]:80"))),
                Person::name,
                new Sort("home", false));
        table.build(model, TableState.initial(model));
        show(1);
        dispatch();
        assertTrue(widget.getColumn(0).getWidth() >= ColumnWidths.ofText(widget, address));

        table.build(model, TableState.initial(model).withColumns(List.of(new ColumnState("home", 60, true))));
        show(2);
        dispatch();
        assertEquals(60, widget.getColumn(0).getWidth());
    }

    private int indexOf(String column) {
        return table.columns().shown().stream().map(Column::id).toList().indexOf(column);
    }

    private static List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj(VirtualTableTest::person).toList();
    }

    private void show(int count) {
        show(people(count));
    }

    private void show(List<Person> people) {
        table.update(Rows.of(people, Person::name), LOOK);
    }

    private static Person person(int number) {
        return new Person("Person " + number, List.of(), "Bern");
    }

    private void awaitCount(int count) {
        long end = System.nanoTime() + LIMIT_NANOS;
        while (widget.getItemCount() != count && System.nanoTime() < end) {
            dispatch();
        }
        assertEquals(count, widget.getItemCount());
    }

    private void dispatch() {
        while (display.readAndDispatch()) {
            // Until there is nothing left to do.
        }
    }
}
