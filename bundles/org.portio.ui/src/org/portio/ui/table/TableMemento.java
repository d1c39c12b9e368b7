// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMemento;
import org.portio.ui.table.TableState.ColumnState;
import org.portio.ui.table.TableState.Sort;

/** Table state to and from a memento. Unreadable parts are logged, and are as at the first start. */
final class TableMemento {

    private static final String COLUMN = "column";
    private static final String WIDTH = "width";
    private static final String VISIBLE = "visible";
    private static final String SORT = "sort";
    private static final String DESCENDING = "descending";
    private static final String BEFORE = "sortBefore";
    private static final String BEFORE_DESCENDING = "sortBeforeDescending";
    private static final String FILTER = "filter";
    private static final String GROUPING = "grouping";

    /** A column of a pixel or two could not be seen, nor one of a million be left. */
    private static final Pattern WIDTHS = Pattern.compile("[1-9]\\d{1,3}");

    private TableMemento() {}

    static void save(TableState state, IMemento memento) {
        for (ColumnState column : state.columns()) {
            IMemento child = memento.createChild(COLUMN, column.id());
            child.putInteger(WIDTH, column.width());
            child.putBoolean(VISIBLE, column.visible());
        }
        memento.putString(SORT, state.sort() == null ? "" : state.sort().column());
        memento.putBoolean(DESCENDING, state.sort() != null && state.sort().descending());
        if (state.sort() != null && state.sort().before() != null) {
            memento.putString(BEFORE, state.sort().before().column());
            memento.putBoolean(BEFORE_DESCENDING, state.sort().before().descending());
        }
        memento.putString(FILTER, state.filter());
        memento.putString(GROUPING, state.grouping());
    }

    /** Returns the saved state on top of the initial one; the initial one for a null memento, which a first start has. */
    static TableState restore(IMemento memento, TableState initial) {
        if (memento == null) {
            return initial;
        }
        TableState restored = initial.withColumns(columns(memento, initial));
        String filter = Objects.requireNonNullElse(memento.getString(FILTER), "");
        return new TableState(
                restored.visible().isEmpty() ? initial.columns() : restored.columns(),
                sort(memento, initial),
                filter,
                Objects.requireNonNullElse(memento.getString(GROUPING), ""));
    }

    /** Saved columns in their saved order; those that were not saved, being new, take their place from the initial. */
    private static List<ColumnState> columns(IMemento memento, TableState initial) {
        List<ColumnState> columns = new ArrayList<>();
        for (IMemento child : memento.getChildren(COLUMN)) {
            initial.column(Objects.requireNonNullElse(child.getID(), ""))
                    .filter(column ->
                            columns.stream().noneMatch(known -> known.id().equals(column.id())))
                    .ifPresentOrElse(
                            column -> columns.add(column(child, column)),
                            () -> warn("column " + child.getID()
                                    + " is not there, such as one of an extension that is not used, or appears twice"));
        }
        return initial.withColumns(columns).adaptedTo(initial).columns();
    }

    private static ColumnState column(IMemento saved, ColumnState initial) {
        String width = Objects.requireNonNullElse(saved.getString(WIDTH), "");
        boolean plausible = WIDTHS.matcher(width).matches();
        if (!plausible) {
            warn("column " + initial.id() + " has width " + width);
        }
        Boolean visible = saved.getBoolean(VISIBLE);
        return new ColumnState(
                initial.id(),
                plausible ? Integer.parseInt(width) : initial.width(),
                visible == null ? initial.visible() : visible);
    }

    private static Sort sort(IMemento memento, TableState initial) {
        String column = memento.getString(SORT);
        if ("".equals(column)) {
            return null;
        }
        if (column == null || initial.column(column).isEmpty()) {
            warn("rows are sorted by column " + column);
            return initial.sort();
        }
        return new Sort(column, Boolean.TRUE.equals(memento.getBoolean(DESCENDING)), before(memento, initial));
    }

    private static Sort before(IMemento memento, TableState initial) {
        String column = memento.getString(BEFORE);
        return column == null || initial.column(column).isEmpty()
                ? null
                : new Sort(column, Boolean.TRUE.equals(memento.getBoolean(BEFORE_DESCENDING)));
    }

    private static void warn(String what) {
        ILog.of(TableMemento.class).warn("The saved state of a table is partly ignored: " + what);
    }
}
