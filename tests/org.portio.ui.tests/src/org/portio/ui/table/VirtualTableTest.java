// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    private void show(int count) {
        show(IntStream.range(0, count).mapToObj(VirtualTableTest::person).toList());
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
