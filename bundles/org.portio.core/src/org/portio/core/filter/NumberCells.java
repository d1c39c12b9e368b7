// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cells that hold numbers, any count of them.
 *
 * @param most the largest that a cell can hold
 * @param measure what they are, which says how they are written
 */
public record NumberCells<T>(Function<? super T, String> text, Within<? super T> numbers, long most, Measure measure)
        implements Cells<T> {

    /** The largest number of all, for columns without a limit of their own. */
    public static final long UNLIMITED = 999_999_999_999_999_999L;

    private static final String NOT_VISIBLE = "?";

    /** Tells whether a row has any number from the first to the last, both included. */
    @FunctionalInterface
    public interface Within<T> {
        boolean test(T row, long first, long last);
    }

    /** Makes cells of amounts if these have no limit, else of plain numbers such as ports. */
    public NumberCells(Function<? super T, String> text, Within<? super T> numbers, long most) {
        this(text, numbers, most, most == UNLIMITED ? Measure.AMOUNT : Measure.NUMBER);
    }

    /** Makes cells of times, such as {@code 20ms}, any count of them. */
    public static <T> Cells<T> ofDurations(
            Function<? super T, String> text, Function<? super T, ? extends List<Duration>> durations) {
        return new NumberCells<>(
                text,
                (row, first, last) -> durations.apply(row).stream()
                        .mapToLong(NumberCells::nanos)
                        .anyMatch(number -> first <= number && number <= last),
                UNLIMITED,
                Measure.DURATION);
    }

    /** Returns the nanoseconds of a duration that is not negative; the most there are for one that has more. */
    static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofNanos(UNLIMITED)) >= 0 ? UNLIMITED : Math.max(0, duration.toNanos());
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
        NumberRange range = NumberRange.parse(name, value, most, measure);
        return row -> numbers.test(row, range.first(), range.last());
    }

    @Override
    public boolean compares() {
        return true;
    }
}
