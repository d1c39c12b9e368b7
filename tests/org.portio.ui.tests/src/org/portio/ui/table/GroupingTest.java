// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.portio.core.filter.WrongFilterException;
import org.portio.ui.internal.group.Expansion;
import org.portio.ui.internal.group.GroupKey;
import org.portio.ui.table.TableModel.Grouping;
import org.portio.ui.table.TableState.Sort;

/** Arranging rows in groups, without a widget. */
class GroupingTest {

    private static final Person ANNA = new Person("Anna", List.of(3L), "Bern");
    private static final Person BERT = new Person("Bert", List.of(5L), "Aarau");
    private static final Person CARL = new Person("Carl", List.of(7L), "Bern");
    private static final Person DORA = new Person("Dora", List.of(1L), "");
    private static final List<Person> ALL = List.of(DORA, CARL, BERT, ANNA);

    static final Grouping<Person> BY_CITY = new Grouping<>(
            "city",
            "City",
            person -> person.city().isEmpty() ? null : person.city(),
            person -> person.city().isEmpty() ? "Nowhere" : person.city(),
            Comparator.comparing(Person::city),
            Map.of(
                    "localPort",
                    person -> person.ports().stream().mapToLong(Long::longValue).sum()),
            Map.of("name", people -> people.size() > 1 ? people.getFirst().name() + "..." : ""));

    private final TableModel<Person> model = Person.model().groupedBy(List.of(BY_CITY));
    private final TableState grouped = TableState.initial(model).withGrouping("city");
    private final Expansion expansion = new Expansion();

    @Test
    void eachGroupHasItsNameAndCountAndSumsAndIsFollowedByItsRowsInTheirOrder() throws Exception {
        Rows<Person> rows = arrange(grouped);

        assertEquals(List.of("Aarau (1)", "Bert", "Bern (2)", "Anna", "Carl", "Nowhere (1)", "Dora"), texts(rows));
        assertEquals("10", rows.groups().get(2).cell("localPort"));
        assertEquals("Anna...", rows.groups().get(2).cell("name"));
        assertEquals("", rows.groups().get(2).cell("city"));
        assertEquals(4, rows.all().size());
    }

    @Test
    void rowsAreSortedWithinTheirGroups() throws Exception {
        assertEquals(
                List.of("Aarau (1)", "Bert", "Bern (2)", "Carl", "Anna", "Nowhere (1)", "Dora"),
                texts(arrange(sorted("name", true))));
    }

    @Test
    void theGroupsFollowTheColumnThatTheyAreAboutButThoseWithoutAValueStayLast() throws Exception {
        assertEquals(
                List.of("Bern (2)", "Anna", "Carl", "Aarau (1)", "Bert", "Nowhere (1)", "Dora"),
                texts(arrange(sorted("city", true))));
    }

    @Test
    void theGroupsAreSortedByTheirSumsIfRowsAreSortedByWhatIsAddedUp() throws Exception {
        assertEquals(
                List.of("Bern (2)", "Carl", "Anna", "Aarau (1)", "Bert", "Nowhere (1)", "Dora"),
                texts(arrange(sorted("localPort", true))));
        assertEquals(
                List.of("Nowhere (1)", "Dora", "Aarau (1)", "Bert", "Bern (2)", "Anna", "Carl"),
                texts(arrange(sorted("localPort", false))));
    }

    @Test
    void theFilterAppliesToRowsAndGroupsWithoutAnyVanish() throws Exception {
        assertEquals(List.of("Bern (1)", "Anna"), texts(arrange(grouped.withFilter("anna"))));
    }

    @Test
    void aClosedGroupKeepsItsRowsToItselfUntilItIsOpened() throws Exception {
        expansion.toggle(new GroupKey("city", "Bern"));
        Rows<Person> rows = arrange(grouped);

        assertEquals(List.of("Aarau (1)", "Bert", "Bern (2)", "Nowhere (1)", "Dora"), texts(rows));
        assertEquals(4, rows.all().size(), "the filter leaves them all the same");

        expansion.toggle(new GroupKey("city", "Bern"));
        assertEquals(7, arrange(grouped).size());
    }

    @Test
    void groupsThatComeLaterAreAsAllOthers() throws Exception {
        expansion.setAll(false);
        expansion.toggle(new GroupKey("city", "Bern"));

        assertEquals(List.of("Aarau (1)", "Bern (2)", "Anna", "Carl", "Nowhere (1)"), texts(arrange(grouped)));
    }

    @Test
    void rowsAndGroupsAreFoundAgainWhenGroupsOpenAndClose() throws Exception {
        Rows<Person> before = arrange(grouped);
        expansion.toggle(new GroupKey("city", "Aarau"));
        Rows<Person> after = arrange(grouped);

        assertArrayEquals(new int[] {0, 1, 3}, after.positionsOf(before, new int[] {0, 1, 2, 4}));
        assertEquals(1, after.topAfter(before, 2));
    }

    @Test
    void aGroupIsNoneOfTheRowsThatCommandsGet() throws Exception {
        Rows<Person> rows = arrange(grouped);
        assertEquals(List.of(BERT, ANNA), rows.itemsAt(new int[] {0, 1, 2, 3}));
    }

    @Test
    void withoutAGroupingOfThisIdRowsAreNotGrouped() throws Exception {
        assertEquals(List.of("Anna", "Bert", "Carl", "Dora"), texts(arrange(grouped.withGrouping("country"))));
    }

    /** Ten times as long as a busy machine takes; it is done off the UI thread. */
    @Test
    void manyRowsAreGroupedInOnePass() throws Exception {
        List<Person> many = IntStream.range(0, 100_000)
                .mapToObj(number -> new Person("P" + number, List.of((long) number), "City " + number % 5_000))
                .toList();
        long start = System.nanoTime();
        Rows<Person> rows = model.arrange(many, grouped, expansion);
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertEquals(105_000, rows.size());
        assertTrue(millis < 20_000, () -> millis + " ms");
    }

    private TableState sorted(String column, boolean descending) {
        return new TableState(grouped.columns(), new Sort(column, descending), "", "city");
    }

    private Rows<Person> arrange(TableState state) throws WrongFilterException {
        return model.arrange(ALL, state, expansion);
    }

    private static List<String> texts(Rows<Person> rows) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Person person = rows.items().get(i);
            texts.add(person == null ? rows.groups().get(i).text() : person.name());
        }
        return texts;
    }
}
