// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portio.core.filter.Cells;
import org.portio.core.filter.FilterColumn;
import org.portio.core.filter.WordCells;
import org.portio.ui.internal.filter.FilterContext;
import org.portio.ui.internal.filter.SavedCells;
import org.portio.ui.internal.filter.SavedFilters;

/** A table as its filter box sees it: the columns that can be named, and the words that are in them now. */
final class TableFilter<T> implements FilterContext {

    /** Enough to have seen what is there; asked on the UI thread. */
    private static final int MOST_ROWS = 2_000;

    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 60;

    private final Supplier<TableModel<T>> model;
    private final Supplier<TableState> state;
    private final Supplier<Arranging.Content<T>> content;
    private volatile SavedFilters saved;

    TableFilter(Supplier<TableModel<T>> model, Supplier<TableState> state, Supplier<Arranging.Content<T>> content) {
        this.model = model;
        this.state = state;
        this.content = content;
    }

    /** Returns the saved filters of the view of this id, which a filter can use from then on. */
    SavedFilters ofView(String view) {
        saved = SavedFilters.ofView(view);
        return saved;
    }

    /** Returns the model with a column in which saved filters are found by their names. */
    TableModel<T> with(TableModel<T> plain) {
        Cells<T> cells = new SavedCells<>(() -> saved, plain::filtered, () -> plain.visible(state.get()));
        return plain.asking(List.of(FilterColumn.of(SavedCells.ID, cells)));
    }

    @Override
    public List<NamedColumn> columns() {
        TableModel<T> current = model.get();
        return current.filtered().stream()
                .map(column -> new NamedColumn(
                        column.id(),
                        current.column(column.id()).map(Column::title).orElse(column.id()),
                        column.cells().compares()))
                .toList();
    }

    @Override
    public List<String> words(String id) {
        TableModel<T> current = model.get();
        List<String> known = current.filtered().stream()
                .filter(column -> column.id().equals(id))
                .flatMap(column -> column.cells().known().stream())
                .toList();
        Stream<String> present = current.column(id).stream()
                .filter(column -> !(column.cells() instanceof WordCells))
                .flatMap(this::present);
        return Stream.concat(known.stream(), present).distinct().toList();
    }

    private Stream<String> present(Column<T> column) {
        Comparator<String> order = column.cells().compares()
                ? Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())
                : String.CASE_INSENSITIVE_ORDER;
        TreeSet<String> words = new TreeSet<>(order);
        Arranging.Content<T> current = content.get();
        List<T> all = current == null ? List.of() : current.rows();
        for (T row : all.subList(0, Math.min(MOST_ROWS, all.size()))) {
            String word = column.text().apply(row);
            if (!word.isEmpty() && word.length() <= LONGEST_WORD) {
                words.add(word);
            }
            if (words.size() >= MOST_WORDS) {
                break;
            }
        }
        return words.stream();
    }
}
