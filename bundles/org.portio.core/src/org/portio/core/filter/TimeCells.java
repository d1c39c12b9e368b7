// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cells that hold moments of the past, any count of them. They are compared by how long ago they are: {@code <5m} is within
 * the last five minutes, and so is {@code 5m}; {@code >1h} is more than an hour ago.
 *
 * @param text the moments as they are shown, in which other values are looked for; null if they are not shown
 * @param clock what tells the present
 */
public record TimeCells<T>(
        Function<? super T, String> text, Function<? super T, ? extends List<Instant>> times, InstantSource clock)
        implements Cells<T> {

    /** Makes cells that show nothing, and are compared only. */
    public static <T> Cells<T> unseen(Function<? super T, ? extends List<Instant>> times) {
        return new TimeCells<>(null, times, InstantSource.system());
    }

    @Override
    public Predicate<T> plain(String word) {
        return text == null ? _ -> false : Cells.contains(text, word);
    }

    @Override
    public Predicate<T> named(String name, String value) throws WrongFilterException {
        if (NumberRange.isUnfinished(value)) {
            return _ -> true;
        }
        boolean isBare = NumberRange.operator(value).isEmpty();
        boolean isRange = isBare && value.indexOf('-') >= 0 && isDuration(value);
        if (text != null && isBare && !isRange && !Measure.DURATION.isWithUnit(value)) {
            return Cells.contains(text, value);
        }
        NumberRange range = NumberRange.parse(
                name, isBare && !isRange ? "<=" + value : value, NumberCells.UNLIMITED, Measure.DURATION);
        return row -> isWithin(row, range);
    }

    /** Tells a range such as {@code 5m-10m} from a date. */
    private static boolean isDuration(String range) {
        for (String end : range.split("-", 2)) {
            if (!end.isEmpty() && !Measure.DURATION.isWithUnit(end)) {
                return false;
            }
        }
        return true;
    }

    private boolean isWithin(T row, NumberRange range) {
        List<Instant> all = times.apply(row);
        if (all.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        return all.stream()
                .mapToLong(time -> NumberCells.nanos(Duration.between(time, now)))
                .anyMatch(ago -> range.first() <= ago && ago <= range.last());
    }

    @Override
    public boolean compares() {
        return true;
    }
}
