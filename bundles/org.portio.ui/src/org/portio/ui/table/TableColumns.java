// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.portio.core.filter.AddressCells;
import org.portio.ui.Labels;
import org.portio.ui.internal.table.ColumnWidths;
import org.portio.ui.table.TableState.ColumnState;
import org.portio.ui.table.TableState.Sort;

/** The widget's columns, made from a {@link TableState} and read back into one. Only visible ones have a widget. */
final class TableColumns<T> {

    /** No address is made more room for than the longest needs, with the name of its interface. */
    private static final int WIDEST_ADDRESS = 360;

    /** GTK has no room for the header of a narrower one. */
    private static final int NARROWEST = 12;

    private static final boolean LAST_COLUMN_GROWS = "gtk".equals(SWT.getPlatform());

    private final Table table;
    private final Consumer<String> onHeaderClick;
    private List<Column<T>> shown = List.of();
    private String clicked = "";
    private final List<Runnable> onMove = new ArrayList<>();
    /** The length of the longest text that has room, by the index of the column; the largest number for one that does not grow. */
    private int[] roomFor = {};

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
        roomFor = new int[shown.size()];
        int[] least = ColumnWidths.ofTitles(
                table,
                shown.stream().map(column -> Labels.lines(column.title())).toList());
        for (int i = 0; i < shown.size(); i++) {
            Column<T> column = shown.get(i);
            int width = state.column(column.id()).orElseThrow().width();
            roomFor[i] = growsFrom(column, width) ? 0 : Integer.MAX_VALUE;
            // As long as the user has not said otherwise, the title and the arrow beside it can be read.
            create(column, width == column.width() ? Math.max(width, least[i]) : width);
        }
        if (LAST_COLUMN_GROWS) {
            createFiller();
        }
        markSort(state.sort());
    }

    /** Addresses of both families go into such a column, of very different lengths; one that the user made narrow stays so. */
    private static boolean growsFrom(Column<?> column, int width) {
        return column.cells() instanceof AddressCells && width >= column.width();
    }

    private void create(Column<T> column, int width) {
        TableColumn widget = new TableColumn(table, column.rightAligned() ? SWT.RIGHT : SWT.LEFT);
        widget.setText(Labels.lines(column.title()));
        widget.setWidth(width);
        widget.setMoveable(true);
        widget.setData(column.id());
        widget.addListener(SWT.Move, _ -> {
            onMove.forEach(Runnable::run);
            table.getDisplay().asyncExec(this::keepFillerLast);
        });
        widget.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> onHeaderClick.accept(column.id())));
    }

    /** GTK gives all free width to the last column: to one that shows nothing. */
    private void createFiller() {
        TableColumn filler = new TableColumn(table, SWT.NONE);
        filler.setResizable(false);
        filler.setWidth(NARROWEST);
    }

    private void keepFillerLast() {
        if (table.isDisposed() || !LAST_COLUMN_GROWS) {
            return;
        }
        int[] order = table.getColumnOrder();
        int filler = shown.size();
        if (order.length == filler + 1 && order[filler] != filler) {
            table.setColumnOrder(
                    IntStream.concat(Arrays.stream(order).filter(column -> column != filler), IntStream.of(filler))
                            .toArray());
        }
    }

    /** Widens a column of addresses if this one does not fit, unless the user has made the column narrower than it was. */
    void makeRoom(int column, String text) {
        if (text.length() <= roomFor[column]) {
            return;
        }
        roomFor[column] = text.length();
        int needed = Math.min(ColumnWidths.ofText(table, text), WIDEST_ADDRESS);
        TableColumn widget = table.getColumn(column);
        if (widget.getWidth() < shown.get(column).width()) {
            roomFor[column] = Integer.MAX_VALUE;
        } else if (widget.getWidth() < needed) {
            widget.setWidth(needed);
        }
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
                .filter(column -> column.getData() != null)
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
