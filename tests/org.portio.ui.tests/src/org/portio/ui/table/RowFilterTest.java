// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.portio.core.filter.Filter;
import org.portio.core.filter.WrongFilterException;

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
    void aNumberThatIsTooLargeIsRefused() {
        assertEquals("", wrong("port:999999999999999999"));
        assertTrue(wrong("port:1000000000000000000").contains("too large"));
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
    void aColonInAnAddressBelongsToTheWord() {
        assertEquals(List.of(), matches("::1"));
        assertEquals(List.of(), matches("fe80:"));
        assertEquals(List.of(), matches("localhost:80"));
    }

    @Test
    void aColumnThatThereIsNotIsToldWithThoseThatThereAre() {
        assertEquals(
                "nowhere:bern: there is no column \"nowhere\". Columns: name,"
                        + " localPort, city. To search for a text with a colon, put it in quotes.",
                wrong("anna nowhere:bern"));
        assertTrue(wrong("!nowhere:").startsWith("!nowhere:: there is no column"));
        assertEquals(List.of(), matches("\"nowhere:bern\""));
        assertEquals(List.of(), matches("c:\\windows"));
    }

    @Test
    void whatIsNoNumberIsToldWhereTheColumnHasNumbers() {
        for (String value : List.of("abc", "80-b", ">x", "8o", "1.5", "80,x", "--", "1-2-3")) {
            assertTrue(wrong("port:" + value).contains("is not a number"), value);
            assertTrue(wrong("!port:" + value).contains("is not a number"), value);
        }
    }

    @Test
    void aReversedRangeIsTold() {
        assertEquals(
                "port:8100-8000: in \"8100-8000\" the lower number must come" + " first.", wrong("port:8100-8000"));
    }

    @Test
    void numbersAreCompared() {
        assertEquals(List.of(Person.BERT), matches("port:>9"));
        assertEquals(List.of(Person.ANNA, Person.BERT), matches("port:>=9"));
        assertEquals(List.of(Person.ANNA), matches("port:<80"));
        assertEquals(List.of(Person.ANNA), matches("port<80"));
        assertEquals(List.of(Person.ANNA, Person.BERT), matches("port:-80"));
        assertEquals(List.of(Person.BERT), matches("port=80"));
        assertEquals(Person.ALL, matches("port:"));
        assertTrue(wrong("port:<0").contains("cannot match any number"));
        assertTrue(wrong("name>b").contains("has no numbers"));
    }

    @Test
    void oneOfSeveralValuesIsEnough() {
        assertEquals(List.of(Person.ANNA, Person.BERT), matches("port:9,80"));
        assertEquals(List.of(Person.CARL, Person.BERT), matches("city:chur|aarau"));
        assertEquals(List.of(Person.CARL, Person.ANNA), matches("anna|carl"));
        assertEquals(List.of(Person.ANNA), matches("!city:chur|aarau"));
        assertEquals(List.of(Person.ANNA), matches("port:9,"));
        assertTrue(wrong("anna | carl").contains("without spaces"));
    }

    @Test
    void quotedWordsBelongTogether() {
        Person web = new Person("Web, Content: x|y", List.of(), "");
        List<Person> all = List.of(web, Person.ANNA);
        for (String filter :
                List.of("\"web, content\"", "name:\"content: x|y\"", "\"b, c", "!name:\"n, a\" \"content: \"")) {
            assertEquals(List.of(web), matches(filter, all), filter);
        }
    }

    /** Each beginning of a filter that is being typed either finds something or says what is wrong. */
    @Test
    void hidesNothingForTheBeginOfATerm() {
        for (String begin : List.of("!", "port:", "!port:", "port:>", "port:=", "\"", "!\"", "city:\"", "city:|")) {
            assertEquals(Person.ALL, matches(begin), begin);
        }
    }

    private static List<Person> matches(String filter) {
        return matches(filter, Person.ALL);
    }

    private static List<Person> matches(String filter, List<Person> all) {
        try {
            return all.stream().filter(parse(filter)).toList();
        } catch (WrongFilterException e) {
            throw new AssertionError(filter, e);
        }
    }

    /** Returns what is wrong with this filter; empty if nothing is. */
    private static String wrong(String filter) {
        try {
            parse(filter);
            return "";
        } catch (WrongFilterException e) {
            return e.term() + ": " + e.getMessage();
        }
    }

    private static Predicate<Person> parse(String filter) throws WrongFilterException {
        List<Column<Person>> visible = COLUMNS.stream().filter(Column::visible).toList();
        return Filter.parse(filter, COLUMNS, visible);
    }

    /** A text that may be pasted by mistake; in the square of its length, reading it would take all day. */
    @Test
    void aFilterOfAMillionSignsIsOneAsWell() {
        for (String part : List.of("!", " ", "!a ", "b", "b ", "b,", "b|", "city:b ", "city:b,", "\"", "-")) {
            String filter = part.repeat(1_000_000 / part.length());
            if (wrong(filter).isEmpty()) {
                matches(filter);
            }
        }
    }
}
