// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.portio.core.filter.FilterPart;
import org.portio.core.filter.WrongFilterException;
import org.portio.testing.LinearTime;
import org.portio.ui.internal.group.Expansion;

class TableModelTest {

    private final TableModel<Person> model = Person.model();
    private final TableState initial = TableState.initial(model);

    @Test
    void sortsWithoutRegardToCase() throws WrongFilterException {
        assertEquals(List.of(Person.ANNA, Person.BERT, Person.CARL), arrange(initial));
    }

    @Test
    void sortsNumbersByValueAndRowsWithoutAnyLastInBothDirections() throws WrongFilterException {
        TableState byPort = initial.withSortToggled("localPort");
        assertEquals(List.of(Person.ANNA, Person.BERT, Person.CARL), arrange(byPort));
        assertEquals(List.of(Person.BERT, Person.ANNA, Person.CARL), arrange(byPort.withSortToggled("localPort")));
    }

    @Test
    void sortsUnknownTextLastInBothDirections() throws WrongFilterException {
        Person nowhere = new Person("dora", List.of(), "");
        Person hidden = new Person("Emil", List.of(), "?");
        List<Person> all = List.of(hidden, Person.ANNA, nowhere, Person.CARL);
        TableState byCity = initial.withSortToggled("city");
        assertEquals(
                List.of(Person.ANNA, Person.CARL, nowhere, hidden),
                model.arrange(all, byCity, new Expansion()).items());
        assertEquals(
                List.of(Person.CARL, Person.ANNA, nowhere, hidden),
                model.arrange(all, byCity.withSortToggled("city"), new Expansion())
                        .items());
    }

    @Test
    void sortsEqualRowsAsTheyWereBeforeAndThenAsAtTheFirstStart() throws WrongFilterException {
        Person a = new Person("a", List.of(2L), "Bern");
        Person b = new Person("b", List.of(1L), "Bern");
        Person c = new Person("c", List.of(1L), "Bern");
        TableState byPortDownThenCity = initial.withSortToggled("localPort")
                .withSortToggled("localPort")
                .withSortToggled("city");
        assertEquals(
                List.of(a, b, c),
                model.arrange(List.of(c, b, a), byPortDownThenCity, new Expansion())
                        .items());
        TableState byPortThenCity = initial.withSortToggled("localPort").withSortToggled("city");
        assertEquals(
                List.of(b, c, a),
                model.arrange(List.of(c, a, b), byPortThenCity, new Expansion()).items());
    }

    @Test
    void leavesRowsAsTheyComeWhereNothingSortsThem() throws WrongFilterException {
        TableState unsorted = initial.withSortToggled("name").withSortToggled("name");
        assertEquals(Person.ALL, arrange(unsorted));
    }

    @Test
    void filtersBeforeItSorts() throws WrongFilterException {
        assertEquals(List.of(Person.ANNA, Person.CARL), arrange(initial.withFilter("!bert")));
    }

    @Test
    void leavesOutNoRowThatIsPinned() throws WrongFilterException {
        TableModel<Person> pinning =
                new TableModel<>(model.columns(), model.key(), model.initialSort(), Person.CARL::equals);
        assertEquals(
                List.of(Person.ANNA, Person.CARL),
                pinning.arrange(Person.ALL, initial.withFilter("anna"), new Expansion())
                        .items());
    }

    @Test
    void filtersByTheColumnsThatItIsAskedFor() {
        assertEquals(List.of(Person.ANNA), part("anna city:chur", "name"));
        assertEquals(List.of(Person.CARL, Person.ANNA), part("!port:80 !city:chur", "localPort"));
        assertEquals(List.of(), part("anna", "localPort"));
        assertEquals(Person.ALL, part("port:abc", "localPort"));
    }

    private List<Person> part(String filter, String column) {
        List<List<FilterPart<Person>>> groups = model.parts(initial.withFilter(filter), column::equals);
        return Person.ALL.stream()
                .filter(person -> groups.isEmpty()
                        || groups.stream()
                                .anyMatch(parts -> parts.stream()
                                        .allMatch(
                                                part -> part.matching(_ -> true).test(person))))
                .toList();
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
    void arrangesInTimeThatGrowsWithTheNumberOfRows() {
        LinearTime.assertLinear(
                "arranging",
                1 << 17,
                count -> LongStream.range(0, count)
                        .mapToObj(i -> new Person("p" + i * 7919 % 100_000, List.of(i), ""))
                        .toList(),
                (List<Person> many) -> assertEquals(many.size(), arranged(many)));
    }

    private int arranged(List<Person> people) {
        try {
            return model.arrange(people, initial.withFilter("p !zz"), new Expansion())
                    .size();
        } catch (WrongFilterException e) {
            throw new AssertionError(e);
        }
    }

    private List<Person> arrange(TableState state) throws WrongFilterException {
        return model.arrange(Person.ALL, state, new Expansion()).items();
    }
}
