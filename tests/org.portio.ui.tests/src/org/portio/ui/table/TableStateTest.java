// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portio.ui.table.TableState.ColumnState;
import org.portio.ui.table.TableState.Sort;

class TableStateTest {

    private final TableState initial = TableState.initial(Person.model());

    @Test
    void headerClicksGoFromAscendingToDescendingToUnsorted() {
        TableState once = initial.withSortToggled("city");
        TableState twice = once.withSortToggled("city");
        Sort byName = new Sort("name", false);
        assertEquals(new Sort("city", false, byName), once.sort());
        assertEquals(new Sort("city", true, byName), twice.sort());
        assertNull(twice.withSortToggled("city").sort());
    }

    @Test
    void aClickOnAnotherHeaderStartsAscending() {
        TableState descending = initial.withSortToggled("city").withSortToggled("city");
        assertEquals(
                new Sort("name", false, new Sort("city", true)),
                descending.withSortToggled("name").sort());
    }

    @Test
    void chosenColumnsKeepTheirPlaces() {
        TableState chosen = initial.withVisible(Set.of("city", "name"));
        assertEquals(2, chosen.visible().size());
        assertEquals("name", chosen.visible().getFirst().id());
        assertEquals(new ColumnState("city", 50, true), chosen.visible().getLast());
    }

    @Test
    void noColumnAtAllCannotBeChosen() {
        assertEquals(initial, initial.withVisible(Set.of()));
    }

    @Test
    void forOtherColumnsThoseOfBothStayAsTheyAreAndNewOnesTakeTheirPlace() {
        TableState decided = new TableState(
                List.of(new ColumnState("city", 77, false), new ColumnState("gone", 60, true)),
                new Sort("gone", true),
                "x");

        TableState adapted = decided.adaptedTo(initial);

        assertEquals(initial.columns().size(), adapted.columns().size());
        assertEquals(new ColumnState("city", 77, false), adapted.column("city").orElseThrow());
        assertEquals(initial.column("name"), adapted.column("name"));
        assertEquals(initial.sort(), adapted.sort());
        assertEquals("x", adapted.filter());
    }

    @Test
    void aColumnThatAnotherTableShowsOtherwiseFollowsIt() {
        TableState narrow = initial.withVisible(Set.of("name"));
        TableState wide = initial.withVisible(Set.of("name", "city"));
        TableState decided = initial.withVisible(Set.of("localPort"));

        TableState adapted = decided.adaptedTo(narrow, wide);

        assertEquals(List.of("city", "localPort"), visible(adapted));
        assertEquals(List.of("localPort"), visible(adapted.adaptedTo(wide, narrow)));
        assertEquals(List.of("localPort"), visible(decided.adaptedTo(wide, wide)));
    }

    private static List<String> visible(TableState state) {
        return state.visible().stream().map(ColumnState::id).sorted().toList();
    }
}
