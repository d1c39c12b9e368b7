// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The cells of a column as the filter sees them. Values come in lower case; a value that is still being typed, such as an
 * empty one, matches every row.
 *
 * @param <T> type of a row
 */
@ConsumerType
public interface Cells<T> {

    /** Returns the rows that match a word without a column's name before it. */
    Predicate<T> plain(String word) throws WrongFilterException;

    /** Returns the rows that match a value after this column's name; the name is as the user has typed it. */
    Predicate<T> named(String name, String value) throws WrongFilterException;

    /** Returns whether {@code <} and {@code >} mean something before a value, as they do before numbers. */
    default boolean compares() {
        return false;
    }

    /** Returns words that can be written as a value, as they are shown; none if any text can. */
    default List<String> known() {
        return List.of();
    }

    /** Cells of free text: any value is looked for in it. */
    static <T> Cells<T> text(Function<? super T, String> text) {
        return new TextCells<>(text);
    }

    /** Looks for a text in lower case, whatever the case of the cell. */
    static <T> Predicate<T> contains(Function<? super T, String> text, String word) {
        return row -> text.apply(row).toLowerCase(Locale.ROOT).contains(word);
    }
}
