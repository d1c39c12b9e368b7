// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowFilterTest {

    private static final List<Column<Person>> COLUMNS = Person.model().columns();

    @Test
    void anEmptyFilterLeavesEveryRow() {
        assertEquals(Person.ALL, matches("  "));
    }

    @Test
    void aWordIsFoundInAnyVisibleColumnWhateverItsCase() {
        assertEquals(List.of(Person.BERT), matches("BER"));
        assertEquals(List.of(Person.BERT), matches("8080"));
    }

    @Test
    void aWordIsNotFoundInAHiddenColumn() {
        assertEquals(List.of(), matches("chur"));
    }

    @Test
    void aNamedColumnIsSearchedEvenWhileHidden() {
        assertEquals(List.of(Person.CARL), matches("city:chur"));
    }

    @Test
    void allWordsMustMatch() {
        assertEquals(List.of(Person.ANNA), matches("a city:bern"));
        assertEquals(List.of(), matches("anna city:chur"));
    }

    @Test
    void partOfAColumnsNameStandsForTheColumn() {
        assertEquals(List.of(Person.ANNA), matches("port:9"));
        assertEquals(List.of(Person.ANNA), matches("local-port:9"));
    }

    @Test
    void aNumberIsComparedAsANumber() {
        assertEquals(List.of(Person.BERT), matches("port:80"));
        assertEquals(List.of(), matches("port:8"));
    }

    @Test
    void aRangeHasBothItsEnds() {
        assertEquals(List.of(Person.ANNA, Person.BERT), matches("port:9-80"));
        assertEquals(List.of(), matches("port:10-79"));
    }

    @Test
    void aRangeWithoutItsEndIsOpen() {
        assertEquals(List.of(Person.BERT), matches("port:80-"));
    }

    @Test
    void aRangeOfTooManyDigitsMatchesNothing() {
        assertEquals(List.of(), matches("port:99999999999999999999"));
    }

    @Test
    void anExclamationMarkTurnsATermAround() {
        assertEquals(List.of(Person.CARL, Person.BERT), matches("!anna"));
        assertEquals(List.of(Person.CARL, Person.ANNA), matches("!port:8080"));
    }

    @Test
    void aTermThatIsBeingTypedHidesNothing() {
        assertEquals(Person.ALL, matches("!"));
        assertEquals(Person.ALL, matches("city:"));
    }

    @Test
    void aColonWithoutAColumnBeforeItBelongsToTheWord() {
        assertEquals(List.of(), matches("::1"));
        assertEquals(List.of(), matches("nowhere:bern"));
    }

    private static List<Person> matches(String filter) {
        List<Column<Person>> visible = COLUMNS.stream().filter(Column::visible).toList();
        return Person.ALL.stream()
                .filter(RowFilter.parse(filter, COLUMNS, visible))
                .toList();
    }

    /** As one may be pasted by mistake; in the square of its length it would not be done today. */
    @Test
    void aFilterOfAMillionSignsIsOneAsWell() {
        for (String part : List.of("!", " ", "!a ", "b", "b ", ":", "city:b ", "age:1 ", "1", "-")) {
            matches(part.repeat(1_000_000 / part.length()));
        }
        assertEquals(Person.ALL, matches("!".repeat(1_000_000)));
        assertEquals(List.of(Person.BERT), matches("!!BER"));
    }
}
