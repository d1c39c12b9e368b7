// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * The widget that shows arranged rows. A JFace viewer would keep an element and an item for each row that was ever
 * selected; here the widget asks for the rows it is about to paint, and a refresh costs the same for ten rows as for a
 * hundred thousand.
 */
final class VirtualTable<T> {

    private final Table table;
    private final TableColumns<T> columns;
    private final RowSelection<T> selection;
    private Rows<T> rows = Rows.of(List.of(), row -> row);
    private Function<? super T, String> colour = _ -> null;

    VirtualTable(Composite parent, Consumer<String> onHeaderClick) {
        table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, this::fill);
        columns = new TableColumns<>(table, onHeaderClick);
        selection = new RowSelection<>(table, () -> rows);
    }

    Table widget() {
        return table;
    }

    TableColumns<T> columns() {
        return columns;
    }

    RowSelection<T> selection() {
        return selection;
    }

    List<T> selectedRows() {
        return rows.itemsAt(table.getSelectionIndices());
    }

    /** Shows these rows; what was selected and on top before is so again, as far as it is still there. */
    void update(Rows<T> next, Function<? super T, String> nextColour) {
        Rows<T> earlier = rows;
        int[] before = table.getSelectionIndices();
        int[] after = next.positionsOf(earlier.keysAt(before));
        int top = next.topAfter(earlier, table.getTopIndex());
        rows = next;
        colour = nextColour;
        if (Arrays.equals(before, after)) {
            resize();
        } else {
            // Before the rows go: GTK takes minutes to remove many selected ones from a virtual table.
            table.deselectAll();
            resize();
            // Unlike select(), this takes the keyboard's focus along; that it scrolls is undone below.
            table.setSelection(after);
        }
        if (table.getTopIndex() != top) {
            table.setTopIndex(top);
        }
        if (!earlier.itemsAt(before).equals(next.itemsAt(after))) {
            selection.fire();
        }
    }

    private void resize() {
        table.setItemCount(rows.size());
        table.clearAll();
    }

    private void fill(Event event) {
        // GTK asks for rows while it removes them, and then knows no index for them.
        if (event.index < 0 || event.index >= rows.size()) {
            return;
        }
        TableItem item = (TableItem) event.item;
        T row = rows.items().get(event.index);
        int index = 0;
        for (Column<T> column : columns.shown()) {
            item.setText(index++, column.text().apply(row));
        }
        item.setBackground(background(row));
    }

    private Color background(T row) {
        String id = colour.apply(row);
        return id == null ? null : JFaceResources.getColorRegistry().get(id);
    }
}
