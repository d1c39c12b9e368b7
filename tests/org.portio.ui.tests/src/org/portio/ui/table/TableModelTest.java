// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TableModelTest {

    private final TableModel<Person> model = Person.model();
    private final TableState initial = TableState.initial(model);

    @Test
    void sortsWithoutRegardToCase() {
        assertEquals(List.of(Person.ANNA, Person.BERT, Person.CARL), arrange(initial));
    }

    @Test
    void sortsNumbersByValueAndRowsWithoutAnyFirst() {
        TableState byPort = initial.withSortToggled("localPort");
        assertEquals(List.of(Person.CARL, Person.ANNA, Person.BERT), arrange(byPort));
        assertEquals(List.of(Person.BERT, Person.ANNA, Person.CARL), arrange(byPort.withSortToggled("localPort")));
    }

    @Test
    void leavesRowsAsTheyComeWhereNothingSortsThem() {
        TableState unsorted = initial.withSortToggled("name").withSortToggled("name");
        assertEquals(Person.ALL, arrange(unsorted));
    }

    @Test
    void filtersBeforeItSorts() {
        assertEquals(List.of(Person.ANNA, Person.CARL), arrange(initial.withFilter("!bert")));
    }

    @Test
    void copiesOneRowWithoutTitles() {
        assertEquals("bert\t80,8080", model.copy(List.of(Person.BERT), initial));
    }

    @Test
    void copiesSeveralRowsBelowTheirTitles() {
        String copied = model.copy(List.of(Person.ANNA, Person.CARL), initial);
        assertEquals(
                List.of("Name\tLocal Port", "Anna\t9", "Carl\t"), copied.lines().toList());
    }

    @Test
    void copiesVisibleColumnsInTheirOrder() {
        TableState state = initial.withVisible(Set.of("city", "name"));
        TableState moved = state.withColumns(state.columns().reversed());
        assertEquals("Bern\tAnna", model.copy(List.of(Person.ANNA), moved));
    }

    @Test
    void keepsACellOnItsLineWhenItIsCopied() {
        Person odd = new Person("a\tb\nc", List.of(), "");
        assertEquals("a b c\t", model.copy(List.of(odd), initial));
    }

    @Test
    @Timeout(5)
    void arrangesAHundredThousandRowsWithinARefresh() {
        List<Person> many = LongStream.range(0, 100_000)
                .mapToObj(i -> new Person("p" + i * 7919 % 100_000, List.of(i), ""))
                .toList();
        assertEquals(100_000, model.arrange(many, initial.withFilter("p !zz")).size());
    }

    private List<Person> arrange(TableState state) {
        return model.arrange(Person.ALL, state).items();
    }
}
