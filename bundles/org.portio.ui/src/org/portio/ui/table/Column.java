// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.portio.core.address.Endpoint;
import org.portio.core.filter.AddressCells;
import org.portio.core.filter.Cells;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.NumberCells;
import org.portio.core.filter.TimeCells;
import org.portio.core.filter.WordCells;

/**
 * All there is to say about one column: what it shows, how it sorts, how it is laid out.
 *
 * @param id its name in saved state and in the filter, as in {@code localPort}; never translated
 * @param title its header
 * @param text what a cell shows; empty if there is nothing to show
 * @param tip a tooltip for a cell, asked on the UI thread; empty for none
 * @param cells what the filter finds in it
 * @param order compares two rows by their values, not by their text; only asked for rows whose value is known
 * @param known whether a row has a value here; rows without one come last in both directions
 * @param rightAligned whether cells are aligned to the right, as numbers are
 * @param width initial width in pixels
 * @param visible whether it is shown until the user decides
 */
public record Column<T>(
        String id,
        String title,
        Function<? super T, String> text,
        Function<? super T, String> tip,
        Cells<T> cells,
        Comparator<? super T> order,
        Predicate<? super T> known,
        boolean rightAligned,
        int width,
        boolean visible)
        implements FilterColumn<T> {

    private static final long HIGHEST_PORT = 65_535;
    private static final int TEXT_WIDTH = 120;
    private static final int NUMBER_WIDTH = 100;
    private static final int ADDRESS_WIDTH = 130;

    /** A question mark stands for what may not be seen. */
    private static final List<String> UNKNOWN = List.of("", "?");

    /** Returns a column of text, sorted without regard to case. */
    public static <T> Column<T> text(String id, String title, Function<? super T, String> text) {
        return of(id, title, text, Cells.text(text), TEXT_WIDTH);
    }

    /** Returns a column of a few words, all of which are known: the filter refuses others, and names those. */
    public static <T> Column<T> words(String id, String title, Function<? super T, String> text, List<String> known) {
        return words(id, title, text, known, UnaryOperator.identity());
    }

    /** Returns a column of a few words, with what turns another word for one of them into it and leaves all else as it is. */
    public static <T> Column<T> words(
            String id,
            String title,
            Function<? super T, String> text,
            List<String> known,
            UnaryOperator<String> synonyms) {
        return of(id, title, text, new WordCells<>(text, List.copyOf(known), synonyms), TEXT_WIDTH);
    }

    /** Returns a column of addresses, sorted by their bytes; empty for a row whose end is null. */
    public static <T> Column<T> address(String id, String title, Function<? super T, Endpoint> end) {
        Function<T, String> text = row -> {
            Endpoint endpoint = end.apply(row);
            return endpoint == null ? "" : endpoint.addressText();
        };
        return address(id, title, text, end, List.of());
    }

    /** Returns a column of addresses that shows some of them as one of these words. */
    public static <T> Column<T> address(
            String id,
            String title,
            Function<? super T, String> text,
            Function<? super T, Endpoint> end,
            List<String> words) {
        Comparator<T> order = Comparator.comparing(end);
        Cells<T> cells = new AddressCells<>(text, end, words);
        return new Column<>(
                id, title, text, _ -> "", cells, order, row -> end.apply(row) != null, false, ADDRESS_WIDTH, true);
    }

    private static <T> Column<T> of(
            String id, String title, Function<? super T, String> text, Cells<T> cells, int width) {
        Comparator<T> order = Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
        return new Column<>(
                id, title, text, _ -> "", cells, order, row -> !UNKNOWN.contains(text.apply(row)), false, width, true);
    }

    /** Returns a column of one number a row, or none if the value is null. */
    public static <T> Column<T> number(String id, String title, Function<? super T, Long> value) {
        return numbers(id, title, one(value));
    }

    /** Returns a column of one port a row, or none if the value is null. */
    public static <T> Column<T> port(String id, String title, Function<? super T, Long> value) {
        return numbers(id, title, one(value), HIGHEST_PORT);
    }

    /** Returns a column of one range of ports a row, sorted by the first of them; the filter finds the ports within. */
    public static <T> Column<T> ports(
            String id,
            String title,
            Function<? super T, String> text,
            ToIntFunction<? super T> firstPort,
            ToIntFunction<? super T> lastPort) {
        Cells<T> cells = new NumberCells<>(
                text,
                (row, first, last) -> firstPort.applyAsInt(row) <= last && first <= lastPort.applyAsInt(row),
                HIGHEST_PORT);
        Comparator<T> order = Comparator.comparingInt(firstPort);
        return new Column<>(id, title, text, _ -> "", cells, order, _ -> true, false, TEXT_WIDTH, true);
    }

    /** Returns a column of any count of numbers a row, sorted by the first. */
    public static <T> Column<T> numbers(String id, String title, Function<? super T, List<Long>> values) {
        return numbers(id, title, values, NumberCells.UNLIMITED);
    }

    private static <T> Column<T> numbers(String id, String title, Function<? super T, List<Long>> values, long most) {
        Function<T, String> text = row -> join(values.apply(row));
        Comparator<T> order = Comparator.comparing(row -> values.apply(row).getFirst());
        Predicate<T> known = row -> !values.apply(row).isEmpty();
        Cells<T> cells = new NumberCells<>(
                text,
                (row, first, last) -> values.apply(row).stream().anyMatch(number -> first <= number && number <= last),
                most);
        return new Column<>(id, title, text, _ -> "", cells, order, known, true, NUMBER_WIDTH, true);
    }

    /** Orders by this column, or the other way round; rows without a value are equal, and last in either case. */
    public Comparator<T> order(boolean descending) {
        Comparator<? super T> values = descending ? order.reversed() : order;
        return (a, b) -> {
            boolean first = known.test(a);
            boolean second = known.test(b);
            return first && second ? values.compare(a, b) : Boolean.compare(second, first);
        };
    }

    public Column<T> orderedBy(Comparator<? super T> newOrder) {
        return new Column<>(id, title, text, tip, cells, newOrder, known, rightAligned, width, visible);
    }

    public Column<T> wide(int newWidth) {
        return new Column<>(id, title, text, tip, cells, order, known, rightAligned, newWidth, visible);
    }

    /** Adds a tooltip for each cell, empty for none; the function is called on the UI thread. */
    public Column<T> withTip(Function<? super T, String> newTip) {
        return new Column<>(id, title, text, newTip, cells, order, known, rightAligned, width, visible);
    }

    /** Returns the same column with other cells for the filter, such as ones of times. */
    public Column<T> filteredBy(Cells<T> newCells) {
        return new Column<>(id, title, text, tip, newCells, order, known, rightAligned, width, visible);
    }

    /** Returns the same column, which a filter compares by how long ago a moment is; of none for a row of which it is null. */
    public Column<T> comparedByAge(Function<? super T, Instant> moment) {
        return filteredBy(new TimeCells<>(text, one(moment), InstantSource.system()));
    }

    /** Returns the same column, which a filter compares by a time such as {@code 20ms}; null for a row without one. */
    public Column<T> comparedByTime(Function<? super T, Duration> time) {
        return filteredBy(NumberCells.ofDurations(text, one(time)));
    }

    /** Returns the same column, shown only when the user asks for it. */
    public Column<T> hidden() {
        return new Column<>(id, title, text, tip, cells, order, known, rightAligned, width, false);
    }

    private static <T, V> Function<T, List<V>> one(Function<? super T, V> value) {
        return row -> {
            V only = value.apply(row);
            return only == null ? List.of() : List.of(only);
        };
    }

    private static String join(List<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
