// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.FilterPart;
import org.portio.core.filter.WrongFilterException;
import org.portio.core.system.Printable;
import org.portio.ui.internal.group.Expansion;
import org.portio.ui.internal.group.Section;
import org.portio.ui.table.TableState.Sort;

/**
 * A table without its widget: columns, and what makes a row of one refresh the same as a row of the next.
 *
 * @param columns every column, in the order of the first start
 * @param key identity of a row across refreshes, with equals and hashCode
 * @param initialSort until the user decides; null to leave rows in the order of their source
 * @param pinned rows that no filter leaves out, as they say something about all others
 * @param asked what a filter can name beside the columns
 * @param groupings by which the user can group rows; none if that makes no sense
 */
public record TableModel<T>(
        List<Column<T>> columns,
        Function<? super T, ?> key,
        Sort initialSort,
        Predicate<? super T> pinned,
        List<FilterColumn<T>> asked,
        List<Grouping<T>> groupings) {

    /**
     * A way to group rows.
     *
     * @param id that of the column that it is about, which decides whether the order of groups is the other way round
     * @param title for a menu, such as {@code Process}
     * @param value what the rows of a group have in common; null for rows that have nothing there
     * @param name the name of the group of a row
     * @param order compares groups by one row of each
     * @param sums what is added up, by the ids of the columns that show it
     * @param summaries what else is said of all rows of a group together, by the ids of the columns
     */
    public record Grouping<T>(
            String id,
            String title,
            Function<? super T, ?> value,
            Function<? super T, String> name,
            Comparator<? super T> order,
            Map<String, ToLongFunction<? super T>> sums,
            Map<String, Function<List<T>, String>> summaries) {

        public Grouping {
            sums = Map.copyOf(sums);
            summaries = Map.copyOf(summaries);
        }
    }

    /**
     * Rows as they are to be shown.
     *
     * @param problem with the filter; null if there is none
     */
    record Arranged<T>(Rows<T> rows, String filter, WrongFilterException problem) {}

    private static final int ATTEMPTS = 5;

    public TableModel {
        columns = List.copyOf(columns);
        asked = List.copyOf(asked);
        groupings = List.copyOf(groupings);
    }

    /** Creates one whose filter names its columns alone, and whose rows cannot be grouped. */
    public TableModel(
            List<Column<T>> columns, Function<? super T, ?> key, Sort initialSort, Predicate<? super T> pinned) {
        this(columns, key, initialSort, pinned, List.of(), List.of());
    }

    /** Creates one whose filter leaves out whatever it does not match. */
    public TableModel(List<Column<T>> columns, Function<? super T, ?> key, Sort initialSort) {
        this(columns, key, initialSort, _ -> false);
    }

    /** Returns the same table, whose filter can name these as well. */
    public TableModel<T> asking(List<FilterColumn<T>> more) {
        List<FilterColumn<T>> all = Stream.concat(asked.stream(), more.stream()).toList();
        return new TableModel<>(columns, key, initialSort, pinned, all, groupings);
    }

    /** Returns the same table, whose rows can be grouped in these ways. */
    public TableModel<T> groupedBy(List<Grouping<T>> ways) {
        return new TableModel<>(columns, key, initialSort, pinned, asked, ways);
    }

    /** Returns all that a filter can name. */
    List<FilterColumn<T>> filtered() {
        return Stream.<FilterColumn<T>>concat(columns.stream(), asked.stream()).toList();
    }

    /** Filters, sorts and groups as {@link #arrange} does, and says what is wrong with a filter that has no meaning. */
    Arranged<T> arranged(List<T> rows, TableState state, Expansion expansion) {
        try {
            return new Arranged<>(arrange(rows, state, expansion), state.filter(), null);
        } catch (WrongFilterException e) {
            return new Arranged<>(Rows.of(List.of(), key), state.filter(), e);
        }
    }

    /** Filters, sorts and groups. Takes its time with many rows: not for the UI thread. */
    Rows<T> arrange(List<T> rows, TableState state, Expansion expansion) throws WrongFilterException {
        Predicate<T> filter = filter(state);
        List<T> arranged = rows.stream()
                .filter(row -> pinned.test(row) || filter.test(row))
                .collect(Collectors.toCollection(ArrayList::new));
        List<T> sorted = order(state).map(by -> sorted(arranged, by)).orElse(arranged);
        return grouping(state.grouping())
                .map(by -> Rows.of(sorted, sections(sorted, by, state.sort()), by, expansion, key))
                .orElseGet(() -> Rows.of(sorted, key));
    }

    /** Values may become others while they are compared, which Java notices: then they are compared again. */
    private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                List<T> sorted = new ArrayList<>(rows);
                sorted.sort(order);
                return sorted;
            } catch (IllegalArgumentException _) {
                // The next refresh is near, if need be.
            }
        }
        return rows;
    }

    /** Returns the grouping of this id; empty if there is none. */
    Optional<Grouping<T>> grouping(String id) {
        return groupings.stream().filter(grouping -> grouping.id().equals(id)).findFirst();
    }

    /** Orders groups by what is added up if rows are sorted by that, else by what they have in common; those without it come last. */
    private static <T> List<Section<T>> sections(List<T> rows, Grouping<T> by, Sort sort) {
        Comparator<Section<T>> order =
                Comparator.comparing(section -> section.rows().getFirst(), by.order());
        boolean isDescending = sort != null && sort.descending();
        String sorted = sort == null ? "" : sort.column();
        ToLongFunction<? super T> sum = by.sums().get(sorted);
        if (sum != null) {
            Comparator<Section<T>> bySum = Comparator.comparingLong(section -> section.sum(sum));
            order = (isDescending ? bySum.reversed() : bySum).thenComparing(order);
        } else {
            boolean isReversed = isDescending && sorted.equals(by.id());
            Comparator<Section<T>> known = Comparator.comparing(Section::isKnown, Comparator.reverseOrder());
            order = known.thenComparing(isReversed ? order.reversed() : order);
        }
        return Section.of(rows, by).stream().sorted(order).toList();
    }

    private Predicate<T> filter(TableState state) throws WrongFilterException {
        return Filter.parse(state.filter(), filtered(), visible(state));
    }

    /** Returns what {@link Filter#parts} does; no groups if the filter has no meaning. */
    List<List<FilterPart<T>>> parts(TableState state, Predicate<String> part) {
        try {
            return Filter.parts(state.filter(), filtered(), visible(state), part);
        } catch (WrongFilterException _) {
            return List.of();
        }
    }

    /**
     * Orders by the user's column, then by the one before it, then as at the first start, so that the result is always
     * the same.
     */
    private Optional<Comparator<T>> order(TableState state) {
        Sort sort = state.sort();
        return sort == null
                ? Optional.empty()
                : Stream.of(sort, sort.before(), initialSort)
                        .filter(Objects::nonNull)
                        .flatMap(by -> column(by.column()).map(column -> column.order(by.descending())).stream())
                        .reduce(Comparator::thenComparing);
    }

    /** Returns columns that this state shows, in its order. */
    List<Column<T>> visible(TableState state) {
        return state.visible().stream()
                .flatMap(shown -> column(shown.id()).stream())
                .toList();
    }

    Optional<Column<T>> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }

    /**
     * Returns rows as text for the clipboard: visible columns separated by tabs, a line for each row. More than one row comes
     * with a line of titles; one row alone is what somebody pastes into a sentence or a command.
     */
    String copy(List<T> rows, TableState state) {
        List<Column<T>> visible = visible(state);
        Stream<String> titles = rows.size() > 1 ? Stream.of(line(visible, Column::title)) : Stream.empty();
        Stream<String> lines =
                rows.stream().map(row -> line(visible, column -> column.text().apply(row)));
        return Stream.concat(titles, lines).collect(Collectors.joining(System.lineSeparator()));
    }

    /** Returns the cells of one column as text for the clipboard, a line for each row. */
    static <T> String cells(List<T> rows, Column<T> column) {
        return rows.stream()
                .map(row -> onOneLine(column.text().apply(row)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static <T> String line(List<Column<T>> columns, Function<Column<T>, String> cell) {
        return columns.stream().map(cell).map(TableModel::onOneLine).collect(Collectors.joining("\t"));
    }

    /** A tab or line break within a cell, as in a command line, would end it. */
    private static String onOneLine(String cell) {
        return Printable.of(cell.replaceAll("[\\t\\r\\n]+", " "));
    }
}
