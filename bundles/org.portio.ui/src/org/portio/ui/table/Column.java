// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All there is to say about one column: what it shows, how it sorts, how it is laid out.
 *
 * @param id its name in saved state and in the filter, as in {@code localPort}; never translated
 * @param title its header
 * @param text what a cell shows; empty where there is nothing to show
 * @param tip a tooltip for a cell, empty for none; null if the column has no tooltips
 * @param numbers the values of a cell where the column is one of numbers, which the filter compares as such; null for
 *     a column of text
 * @param order compares two rows by their values, not by their text
 * @param rightAligned whether cells are aligned to the right, as numbers are
 * @param width initial width in pixels
 * @param visible whether it is shown until the user decides
 */
public record Column<T>(
        String id,
        String title,
        Function<? super T, String> text,
        Function<? super T, String> tip,
        Function<? super T, List<Long>> numbers,
        Comparator<? super T> order,
        boolean rightAligned,
        int width,
        boolean visible) {

    private static final int TEXT_WIDTH = 120;
    private static final int NUMBER_WIDTH = 100;

    /** A column of text, sorted without regard to case. */
    public static <T> Column<T> text(String id, String title, Function<? super T, String> text) {
        Comparator<T> order = Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER);
        return new Column<>(id, title, text, null, null, order, false, TEXT_WIDTH, true);
    }

    /** A column of one number a row, or none where the value is null. */
    public static <T> Column<T> number(String id, String title, Function<? super T, Long> value) {
        return numbers(id, title, row -> {
            Long number = value.apply(row);
            return number == null ? List.of() : List.of(number);
        });
    }

    /** A column of any count of numbers a row, sorted by the first; rows without any come before all others. */
    public static <T> Column<T> numbers(String id, String title, Function<? super T, List<Long>> values) {
        Comparator<T> order = Comparator.comparing(row -> first(values.apply(row)));
        return new Column<>(id, title, row -> join(values.apply(row)), null, values, order, true, NUMBER_WIDTH, true);
    }

    Comparator<? super T> order(boolean descending) {
        if (descending) {
            return order.reversed();
        }
        return order;
    }

    public Column<T> orderedBy(Comparator<? super T> newOrder) {
        return new Column<>(id, title, text, tip, numbers, newOrder, rightAligned, width, visible);
    }

    public Column<T> wide(int newWidth) {
        return new Column<>(id, title, text, tip, numbers, order, rightAligned, newWidth, visible);
    }

    /** With a tooltip for each cell, empty for none; it is asked on the UI thread. */
    public Column<T> withTip(Function<? super T, String> newTip) {
        return new Column<>(id, title, text, newTip, numbers, order, rightAligned, width, visible);
    }

    /** The same column, shown only when the user asks for it. */
    public Column<T> hidden() {
        return new Column<>(id, title, text, tip, numbers, order, rightAligned, width, false);
    }

    private static long first(List<Long> values) {
        return values.isEmpty() ? Long.MIN_VALUE : values.getFirst();
    }

    private static String join(List<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
