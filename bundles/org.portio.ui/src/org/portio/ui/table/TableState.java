// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The user's choices for a table. Header clicks, the column chooser and the saved state all lead to one of these.
 *
 * @param columns every column in its place, hidden ones included
 * @param sort null if rows stay in the order of their source
 * @param filter text of the filter; empty if there is none
 * @param grouping id of what rows are grouped by; empty if they are not
 */
public record TableState(List<ColumnState> columns, Sort sort, String filter, String grouping) {

    /** Place, width and visibility of the column of this id. */
    public record ColumnState(String id, int width, boolean visible) {}

    /**
     * The column that rows are sorted by.
     *
     * @param before what they were sorted by until then, which decides between rows that are equal here; it has none of its
     *     own; null if there was none
     */
    public record Sort(String column, boolean descending, Sort before) {

        public Sort {
            before = before == null ? null : new Sort(before.column, before.descending);
        }

        /** Returns an order without one before it. */
        public Sort(String column, boolean descending) {
            this(column, descending, null);
        }
    }

    public TableState {
        columns = List.copyOf(columns);
    }

    /** Returns a state in which rows are not grouped. */
    public TableState(List<ColumnState> columns, Sort sort, String filter) {
        this(columns, sort, filter, "");
    }

    /** Returns the state before the user decides anything. */
    static TableState initial(TableModel<?> model) {
        List<ColumnState> columns = model.columns().stream()
                .map(column -> new ColumnState(column.id(), column.width(), column.visible()))
                .toList();
        return new TableState(columns, model.initialSort(), "");
    }

    /** Returns what a click on this column's header leads to: ascending, then descending, then unsorted. */
    TableState withSortToggled(String column) {
        if (sort == null || !sort.column().equals(column)) {
            return new TableState(columns, new Sort(column, false, sort), filter, grouping);
        }
        return new TableState(
                columns, sort.descending() ? null : new Sort(column, true, sort.before()), filter, grouping);
    }

    TableState withFilter(String newFilter) {
        return new TableState(columns, sort, newFilter, grouping);
    }

    /** Groups rows by this, or not if it is empty. */
    TableState withGrouping(String id) {
        return new TableState(columns, sort, filter, id);
    }

    TableState withColumns(List<ColumnState> newColumns) {
        return new TableState(newColumns, sort, filter, grouping);
    }

    /** Shows these columns and no others; unchanged if that would leave none. */
    TableState withVisible(Set<String> ids) {
        List<ColumnState> chosen = columns.stream()
                .map(column -> new ColumnState(column.id(), column.width(), ids.contains(column.id())))
                .toList();
        return chosen.stream().anyMatch(ColumnState::visible) ? withColumns(chosen) : this;
    }

    /**
     * Returns this state for a table of other columns; one that is to be shown in only one of the two tables until the user decides
     * is so here.
     *
     * @param before the initial state of the table until now
     * @param other that of the other
     */
    TableState adaptedTo(TableState before, TableState other) {
        TableState adapted = adaptedTo(other);
        return adapted.withColumns(adapted.columns().stream()
                .map(column -> before.isShown(column.id()) == other.isShown(column.id())
                        ? column
                        : new ColumnState(column.id(), column.width(), other.isShown(column.id())))
                .toList());
    }

    private boolean isShown(String id) {
        return column(id).map(ColumnState::visible).orElse(false);
    }

    /** Returns this state for a table of other columns: those of both as they are here, new ones in the place that they have there. */
    TableState adaptedTo(TableState other) {
        List<ColumnState> adapted = columns.stream()
                .filter(column -> other.column(column.id()).isPresent())
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < other.columns().size(); i++) {
            ColumnState column = other.columns().get(i);
            if (column(column.id()).isEmpty()) {
                adapted.add(Math.min(i, adapted.size()), column);
            }
        }
        boolean sortable = sort == null || other.column(sort.column()).isPresent();
        return new TableState(adapted, sortable ? sort : other.sort(), filter, grouping);
    }

    List<ColumnState> visible() {
        return columns.stream().filter(ColumnState::visible).toList();
    }

    Optional<ColumnState> column(String id) {
        return columns.stream().filter(column -> column.id().equals(id)).findFirst();
    }
}
