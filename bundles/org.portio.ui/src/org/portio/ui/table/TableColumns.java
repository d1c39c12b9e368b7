// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.portio.ui.Labels;
import org.portio.ui.table.TableState.ColumnState;
import org.portio.ui.table.TableState.Sort;

/** The widget's columns, made from a {@link TableState} and read back into one. Only visible ones have a widget. */
final class TableColumns<T> {

    private final Table table;
    private final Consumer<String> onHeaderClick;
    private List<Column<T>> shown = List.of();
    private String clicked = "";
    private final List<Runnable> onMove = new ArrayList<>();

    TableColumns(Table table, Consumer<String> onHeaderClick) {
        this.table = table;
        this.onHeaderClick = onHeaderClick;
        table.addListener(SWT.MouseDown, event -> clicked = at(event));
    }

    /** Runs this when the user moves a column. */
    void onMove(Runnable listener) {
        onMove.add(listener);
    }

    /** Returns the id of the column at the place of a mouse event; empty for none. */
    private String at(Event event) {
        TableItem item = table.getItem(new Point(event.x, event.y));
        for (int index = 0; item != null && index < shown.size(); index++) {
            if (item.getBounds(index).contains(event.x, event.y)) {
                return shown.get(index).id();
            }
        }
        return "";
    }

    /** Returns the column that was clicked on last, or the leftmost one. */
    Column<T> clicked() {
        return shown.stream()
                .filter(column -> column.id().equals(clicked))
                .findFirst()
                .orElseGet(() -> shown.get(leftmost()));
    }

    /** Returns the index of the column that the user has on the left. */
    int leftmost() {
        int[] order = table.getColumnOrder();
        return order.length == 0 ? 0 : order[0];
    }

    /** Returns columns in the order of the widget's own indices. */
    List<Column<T>> shown() {
        return shown;
    }

    void build(TableModel<T> model, TableState state) {
        table.setSortColumn(null);
        Arrays.stream(table.getColumns()).forEach(TableColumn::dispose);
        shown = model.visible(state);
        shown.forEach(column -> create(column, state.column(column.id()).orElseThrow()));
        markSort(state.sort());
    }

    private void create(Column<T> column, ColumnState state) {
        TableColumn widget = new TableColumn(table, column.rightAligned() ? SWT.RIGHT : SWT.LEFT);
        widget.setText(Labels.lines(column.title()));
        widget.setWidth(state.width());
        widget.setMoveable(true);
        widget.setData(column.id());
        widget.addListener(SWT.Move, _ -> onMove.forEach(Runnable::run));
        widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> onHeaderClick.accept(column.id())));
    }

    void markSort(Sort sort) {
        TableColumn sorted = Arrays.stream(table.getColumns())
                .filter(column -> sort != null && sort.column().equals(column.getData()))
                .findFirst()
                .orElse(null);
        table.setSortColumn(sorted);
        table.setSortDirection(sorted == null ? SWT.NONE : sort.descending() ? SWT.DOWN : SWT.UP);
    }

    /** Returns the state with the order and widths that the user gave the columns; hidden ones keep their places. */
    TableState capture(TableState state) {
        Iterator<ColumnState> visible = Arrays.stream(table.getColumnOrder())
                .mapToObj(table::getColumn)
                .map(column -> new ColumnState((String) column.getData(), column.getWidth(), true))
                .iterator();
        List<ColumnState> columns = new ArrayList<>();
        for (ColumnState column : state.columns()) {
            columns.add(column.visible() && visible.hasNext() ? visible.next() : column);
        }
        return state.withColumns(columns);
    }

    boolean isHeader(Event menuDetect) {
        Point point = table.getDisplay().map(null, table, menuDetect.x, menuDetect.y);
        Rectangle area = table.getClientArea();
        return area.y <= point.y && point.y < area.y + table.getHeaderHeight();
    }
}
