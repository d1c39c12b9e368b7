// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.ui.internal.Messages;
import org.portio.ui.table.filter.Cells;
import org.portio.ui.table.filter.FilterPart;
import org.portio.ui.table.filter.FilterTerm;
import org.portio.ui.table.filter.NumberCells;
import org.portio.ui.table.filter.WrongFilterException;

/**
 * The language of the filter box: words separated by spaces, all of which must match, whatever their case.
 *
 * <ul>
 *   <li>{@code java} is found in the text of any visible column, and {@code "java -jar"} as it is in the quotes;
 *   <li>{@code state:listen} is found in one column, hidden or not: that of this id, or else all whose id contains the
 *       name, so that {@code port:} stands for the local and the remote port;
 *   <li>{@code port:8080}, {@code port:8000-8100}, {@code port:1024-}, {@code port:>1024} compare numbers if the column
 *       has numbers;
 *   <li>{@code 127.0.0.0/8}, {@code [::1]}, {@code 127.0.0.1:80} are addresses;
 *   <li>{@code port:80,443} and {@code state:listen|established} match if one of the values does;
 *   <li>{@code !} before any of these turns it around.
 * </ul>
 *
 * A filter that has no meaning is refused with the reason: it never just matches nothing.
 */
final class RowFilter<T> {

    private static final String ADDRESS_CHARACTERS = "0123456789abcdef.:/%";

    private final List<Column<T>> columns;
    private final List<Column<T>> visible;

    private RowFilter(List<Column<T>> columns, List<Column<T>> visible) {
        this.columns = columns;
        this.visible = visible;
    }

    static <T> Predicate<T> parse(String text, List<Column<T>> columns, List<Column<T>> visible)
            throws WrongFilterException {
        RowFilter<T> filter = new RowFilter<>(columns, visible);
        // Lists, and no predicates that call each other: a text of any length may have been pasted.
        List<Predicate<T>> all = new ArrayList<>();
        for (FilterTerm term : FilterTerm.parse(text)) {
            try {
                all.add(filter.term(term));
            } catch (WrongFilterException e) {
                throw new WrongFilterException(NLS.bind(Messages.RowFilter_wrong, term.source(), e.getMessage()));
            }
        }
        return row -> all.stream().allMatch(term -> term.test(row));
    }

    /**
     * Parses a filter as far as it looks at these columns alone. A term that names another column is left out, and so is one that is
     * not finished; a word without a name is only looked for in them.
     */
    static <T> List<FilterPart<T>> parts(
            String text, List<Column<T>> columns, List<Column<T>> visible, Predicate<Column<T>> part)
            throws WrongFilterException {
        RowFilter<T> filter =
                new RowFilter<>(columns, visible.stream().filter(part).toList());
        List<FilterPart<T>> parts = new ArrayList<>();
        for (FilterTerm term : FilterTerm.parse(text)) {
            boolean isNamed = filter.isNamed(term);
            List<Column<T>> asked = isNamed ? filter.comparable(term) : filter.visible;
            if (!(isNamed ? term.values() : term.words()).isEmpty()
                    && asked.stream().allMatch(part)) {
                filter.term(term); // refuses what has no meaning in any of its columns
                parts.add(new FilterPart<>(term.negated(), term.namesEnd(), alternatives(term, asked, isNamed)));
            }
        }
        return parts;
    }

    private static <T> List<FilterPart.Alternative<T>> alternatives(
            FilterTerm term, List<Column<T>> asked, boolean isNamed) {
        List<FilterPart.Alternative<T>> alternatives = new ArrayList<>();
        for (Column<T> column : asked) {
            for (String value : isNamed ? term.values() : term.words()) {
                try {
                    Cells<T> cells = column.cells();
                    alternatives.add(new FilterPart.Alternative<>(
                            column.id(), isNamed ? cells.named(term.name(), value) : cells.plain(value)));
                } catch (WrongFilterException _) {
                    // It has a meaning in another column.
                }
            }
        }
        return alternatives;
    }

    private static <T> Predicate<T> any(List<Predicate<T>> terms) {
        return row -> terms.stream().anyMatch(term -> term.test(row));
    }

    private Predicate<T> term(FilterTerm term) throws WrongFilterException {
        Predicate<T> matching = isNamed(term) ? values(term) : words(term);
        return term.negated() ? matching.negate() : matching;
    }

    private boolean isNamed(FilterTerm term) {
        boolean address = term.source().chars().allMatch(letter -> ADDRESS_CHARACTERS.indexOf(letter) >= 0);
        return !named(term.name()).isEmpty()
                || term.operator() == ':' && !address && !term.name().equals("localhost");
    }

    private Predicate<T> values(FilterTerm term) throws WrongFilterException {
        List<Column<T>> named = comparable(term);
        List<Predicate<T>> any = new ArrayList<>();
        any.add(_ -> term.values().isEmpty() && !term.negated());
        for (String value : term.values()) {
            any.add(value(named, term.name(), value));
        }
        return any(any);
    }

    private List<Column<T>> comparable(FilterTerm term) throws WrongFilterException {
        List<Column<T>> named = named(term.name());
        if (named.isEmpty()) {
            throw new WrongFilterException(NLS.bind(Messages.RowFilter_noColumn, term.name(), ids(columns)));
        }
        boolean compares = term.operator() == '<' || term.operator() == '>';
        if (compares && named.stream().noneMatch(column -> column.cells() instanceof NumberCells)) {
            throw new WrongFilterException(NLS.bind(Messages.RowFilter_noNumbers, term.name()));
        }
        return named;
    }

    /**
     * Returns a predicate that accepts a row if one of several columns, as for {@code local:127.0.0.1}, matches the
     * value.
     */
    private static <T> Predicate<T> value(List<Column<T>> named, String name, String value)
            throws WrongFilterException {
        List<WrongFilterException> refusals = new ArrayList<>();
        Predicate<T> any = _ -> false;
        for (Column<T> column : named) {
            try {
                any = any.or(column.cells().named(name, value));
            } catch (WrongFilterException e) {
                refusals.add(e);
            }
        }
        if (refusals.size() == named.size()) {
            throw refusals.getFirst();
        }
        return any;
    }

    private Predicate<T> words(FilterTerm term) throws WrongFilterException {
        if (term.words().isEmpty() && term.source().matches("!?[|,]+")) {
            throw new WrongFilterException(Messages.RowFilter_loneBar);
        }
        List<Predicate<T>> any = new ArrayList<>();
        any.add(_ -> term.words().isEmpty() && !term.negated());
        for (String word : term.words()) {
            for (Column<T> column : visible) {
                any.add(column.cells().plain(word));
            }
        }
        return any(any);
    }

    private List<Column<T>> named(String name) {
        String wanted = name.replace("-", "");
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<Column<T>> exact = columns.stream()
                .filter(column -> column.id().equalsIgnoreCase(wanted))
                .toList();
        return exact.isEmpty()
                ? columns.stream()
                        .filter(column -> column.id().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList()
                : exact;
    }

    private static <T> String ids(List<Column<T>> columns) {
        return columns.stream().map(Column::id).collect(Collectors.joining(", "));
    }
}
