// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.StringReader;
import java.util.List;
import java.util.Set;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;
import org.portio.ui.table.TableState.ColumnState;
import org.portio.ui.table.TableState.Sort;

class TableMementoTest {

    private final TableState initial = TableState.initial(Person.model());

    @Test
    void aFirstStartHasTheInitialState() {
        assertEquals(initial, TableMemento.restore(null, initial));
    }

    @Test
    void whatIsSavedIsRestored() {
        TableState visible = initial.withVisible(Set.of("city"));
        TableState state = new TableState(
                visible.columns().reversed(), new Sort("city", true, new Sort("name", false)), "port:80 !x");
        assertEquals(state, saveAndRestore(state));
    }

    @Test
    void unsortedStaysUnsorted() {
        TableState unsorted = new TableState(initial.columns(), null, "");
        assertNull(saveAndRestore(unsorted).sort());
    }

    @Test
    void aColumnThatIsNewTakesItsPlace() throws WorkbenchException {
        TableState restored = restore("<column IMemento.internal.id='city' width='70' visible='true'/>");
        assertEquals(List.of("name", "localPort", "city"), ids(restored));
        assertEquals(new ColumnState("city", 70, true), restored.columns().getLast());
    }

    @Test
    void aColumnThatIsGoneIsLeftOut() throws WorkbenchException {
        assertEquals(
                List.of("name", "localPort", "city"),
                ids(restore("<column IMemento.internal.id='firewall' width='70' visible='true'/><column/>")));
    }

    @Test
    void aColumnThatIsThereTwiceCountsOnce() throws WorkbenchException {
        String column = "<column IMemento.internal.id='name' width='70' visible='true'/>";
        assertEquals(List.of("name", "localPort", "city"), ids(restore(column + column)));
    }

    @Test
    void aBrokenWidthIsTheInitialOne() throws WorkbenchException {
        for (String width : List.of("wide", "-5", "1000000", "")) {
            TableState restored = restore("<column IMemento.internal.id='city' width='" + width + "' visible='true'/>");
            assertEquals(new ColumnState("city", 50, true), restored.columns().getLast());
        }
    }

    @Test
    void aTableWithoutAnyVisibleColumnIsAsAtTheFirstStart() {
        List<ColumnState> none = initial.columns().stream()
                .map(column -> new ColumnState(column.id(), column.width(), false))
                .toList();
        assertEquals(initial, saveAndRestore(initial.withColumns(none)));
    }

    @Test
    void aSortByAnUnknownColumnIsTheInitialOne() {
        TableState gone = new TableState(initial.columns(), new Sort("firewall", true), "");
        assertEquals(initial.sort(), saveAndRestore(gone).sort());
    }

    @Test
    void anEmptyMementoIsAFirstStart() throws WorkbenchException {
        assertEquals(initial, restore(""));
    }

    private TableState saveAndRestore(TableState state) {
        XMLMemento memento = XMLMemento.createWriteRoot("table");
        TableMemento.save(state, memento);
        return TableMemento.restore(memento, initial);
    }

    private TableState restore(String children) throws WorkbenchException {
        return TableMemento.restore(
                XMLMemento.createReadRoot(new StringReader("<table>" + children + "</table>")), initial);
    }

    private static List<String> ids(TableState state) {
        return state.columns().stream().map(ColumnState::id).toList();
    }
}
