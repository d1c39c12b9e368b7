// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.portio.core.filter.Cells;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.WrongFilterException;
import org.portio.ui.internal.filter.SavedFilters.Named;
import org.portio.ui.internal.filter.SavedFilters.Store;

class SavedFiltersTest {

    private static final class MapStore implements Store {

        private final Map<String, String> texts = new HashMap<>();

        @Override
        public String get(String key) {
            return texts.getOrDefault(key, "");
        }

        @Override
        public void put(String key, String value) {
            texts.put(key, value);
        }
    }

    private final MapStore store = new MapStore();
    private final SavedFilters filters = new SavedFilters(store, "view");

    @Test
    void filtersAreKeptByNameForEachView() {
        filters.save("web", "port:80,443 !loopback");
        filters.save(" Db ", "process=postgres");
        List<Named> expected = List.of(new Named("Db", "process=postgres"), new Named("web", "port:80,443 !loopback"));
        assertEquals(expected, filters.named());
        assertEquals(expected, new SavedFilters(store, "view").named());
        assertEquals(List.of(), new SavedFilters(store, "other").named());
    }

    @Test
    void aNameIsOnlyThereOnceWhateverItsCase() {
        filters.save("web", "port:80");
        filters.save("WEB", "port:81");
        assertEquals(List.of(new Named("WEB", "port:81")), filters.named());
        assertEquals("port:81", filters.named("Web").orElseThrow().filter());
    }

    @Test
    void filtersAreRenamedAndDeleted() {
        filters.save("web", "port:80");
        filters.save("db", "port:5432");
        filters.rename("web", "http");
        filters.delete("DB");
        filters.rename("gone", "x");
        assertEquals(List.of(new Named("http", "port:80")), filters.named());
    }

    @Test
    void theLastOnesAreRememberedTheLatestFirst() {
        for (int i = 0; i < 15; i++) {
            filters.used("port:" + i);
        }
        filters.used("port:9");
        filters.used("  port:9 ");
        filters.used(" ");
        assertEquals(SavedFilters.MOST_RECENT, filters.recent().size());
        assertEquals(List.of("port:9", "port:14", "port:13"), filters.recent().subList(0, 3));
        filters.forgetRecent();
        assertEquals(List.of(), filters.recent());
    }

    @Test
    void aNameCanBeWrittenInAFilter() {
        assertTrue(SavedFilters.isName("my web"));
        assertFalse(SavedFilters.isName("a=b"));
        assertFalse(SavedFilters.isName("\"a\""));
        assertFalse(SavedFilters.isName(" "));
        assertFalse(SavedFilters.isName("a\nb"));
    }

    private Predicate<String> filter(String text) throws WrongFilterException {
        List<FilterColumn<String>> columns = List.of(FilterColumn.of("name", Cells.text(row -> row)));
        FilterColumn<String> saved =
                FilterColumn.of("saved", new SavedCells<>(() -> filters, () -> columns, () -> columns));
        return Filter.parse(text, List.of(columns.getFirst(), saved), columns);
    }

    @Test
    void aSavedFilterIsPartOfAnother() throws Exception {
        filters.save("my own", "ann or bob");
        Predicate<String> both = filter("saved:\"My own\" !bobby");
        assertTrue(both.test("ann"));
        assertTrue(both.test("bob"));
        assertFalse(both.test("bobby"));
        assertFalse(both.test("carl"));
        assertTrue(filter("!saved:\"my own\"").test("carl"));
        assertTrue(filter("saved:").test("carl"));
        assertTrue(filter("saved:my").test("bob"));
        filters.save("my other", "carl");
        assertThrows(WrongFilterException.class, () -> filter("saved:my"));
    }

    @Test
    void aSavedFilterThatIsNotThereIsToldWithThoseThatAre() {
        assertEquals(
                "there is no saved filter \"x\". To save one, choose Save Filter in the menu of the filter box.",
                assertThrows(WrongFilterException.class, () -> filter("saved:x"))
                        .getMessage());
        filters.save("web", "name:w");
        filters.save("wrong", "size:5");
        filters.save("loop", "saved:loop");
        WrongFilterException e = assertThrows(WrongFilterException.class, () -> filter("ann saved:x"));
        assertEquals("there is no saved filter \"x\". Saved filters: loop, web, wrong.", e.getMessage());
        assertEquals(10, e.start());
        assertTrue(assertThrows(WrongFilterException.class, () -> filter("saved:wrong"))
                .getMessage()
                .contains("there is no column \"size\""));
        assertThrows(WrongFilterException.class, () -> filter("saved:loop"));
    }
}
