// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of the filter box: words separated by spaces, all of which must match, whatever their case.
 *
 * <ul>
 *   <li>{@code java} is found in the text of any visible column;
 *   <li>{@code state:listen} is found in one column, hidden or not: that of this id, or else all whose id contains the
 *       name, so that {@code port:} stands for the local and the remote port;
 *   <li>{@code port:8080}, {@code port:8000-8100}, {@code port:1024-} compare numbers where the column has numbers;
 *   <li>{@code !} before any of these turns it around.
 * </ul>
 */
final class RowFilter<T> {

    /** 18 digits always fit a long. */
    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:(-)(\\d{0,18}))?");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final List<Column<T>> columns;
    private final List<Column<T>> visible;

    private RowFilter(List<Column<T>> columns, List<Column<T>> visible) {
        this.columns = columns;
        this.visible = visible;
    }

    static <T> Predicate<T> parse(String text, List<Column<T>> columns, List<Column<T>> visible) {
        RowFilter<T> filter = new RowFilter<>(columns, visible);
        // A list, and no chain of predicates that call each other: a text of any length may have been pasted.
        List<Predicate<T>> terms = SPACES.splitAsStream(text.strip())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(filter::term)
                .toList();
        return row -> terms.stream().allMatch(term -> term.test(row));
    }

    private Predicate<T> term(String text) {
        int negations = 0;
        while (negations < text.length() && text.charAt(negations) == '!') {
            negations++;
        }
        if (negations > 0 && negations == text.length()) {
            // A "!" alone is the beginning of a word that is still being typed.
            return _ -> true;
        }
        Predicate<T> term = word(text.substring(negations));
        return negations % 2 == 0 ? term : term.negate();
    }

    private Predicate<T> word(String word) {
        int colon = word.indexOf(':');
        List<Column<T>> named = colon > 0 ? named(word.substring(0, colon)) : List.of();
        // Where no column is called so, as in "::1" and "10.0.0.1:80", it is a plain word.
        return named.isEmpty()
                ? any(visible, column -> contains(column, word))
                : any(named, column -> cell(column, word.substring(colon + 1)));
    }

    private static <T> Predicate<T> any(List<Column<T>> columns, Function<Column<T>, Predicate<T>> test) {
        return columns.stream().map(test).reduce(_ -> false, Predicate::or);
    }

    private List<Column<T>> named(String name) {
        String wanted = name.replace("-", "");
        List<Column<T>> exact = columns.stream()
                .filter(column -> column.id().equalsIgnoreCase(wanted))
                .toList();
        return exact.isEmpty()
                ? columns.stream()
                        .filter(column -> column.id().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList()
                : exact;
    }

    private static <T> Predicate<T> cell(Column<T> column, String value) {
        Matcher range = RANGE.matcher(value);
        return column.numbers() != null && range.matches() ? within(column, range) : contains(column, value);
    }

    private static <T> Predicate<T> within(Column<T> column, Matcher range) {
        long from = Long.parseLong(range.group(1));
        long to = range.group(2) == null ? from : upperBound(range.group(3));
        return row -> column.numbers().apply(row).stream().anyMatch(number -> from <= number && number <= to);
    }

    /** A range without its end, as while it is being typed, has none. */
    private static long upperBound(String digits) {
        return digits.isEmpty() ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static <T> Predicate<T> contains(Column<T> column, String word) {
        return row -> column.text().apply(row).toLowerCase(Locale.ROOT).contains(word);
    }
}
