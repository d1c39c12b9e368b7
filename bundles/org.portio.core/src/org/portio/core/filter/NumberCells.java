// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cells that hold numbers, any count of them.
 *
 * @param most the largest that a cell can hold
 */
public record NumberCells<T>(Function<? super T, String> text, Within<? super T> numbers, long most)
        implements Cells<T> {

    /** The largest number of all, for columns without a limit of their own. */
    public static final long UNLIMITED = 999_999_999_999_999_999L;

    private static final String NOT_VISIBLE = "?";

    /** Tells whether a row has any number from the first to the last, both included. */
    @FunctionalInterface
    public interface Within<T> {
        boolean test(T row, long first, long last);
    }

    @Override
    public Predicate<T> plain(String word) {
        return Cells.contains(text, word);
    }

    @Override
    public Predicate<T> named(String name, String value) throws WrongFilterException {
        if (NumberRange.isUnfinished(value)) {
            return _ -> true;
        }
        if (value.equals(NOT_VISIBLE)) {
            return Cells.contains(text, value);
        }
        NumberRange range = NumberRange.parse(name, value, most);
        return row -> numbers.test(row, range.first(), range.last());
    }
}
