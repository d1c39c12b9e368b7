// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.portio.ui.Labels;

/** Tooltips for the cells of a table, which has one by itself for the whole of it only. */
final class CellTips {

    /** Gives the tooltip of a cell; null for none. */
    @FunctionalInterface
    public interface Source {
        String tip(int row, int column);
    }

    private CellTips() {}

    /** Shows tooltips from now on; the source is asked when the mouse moves over the cell. */
    static void show(Table table, Source source) {
        table.addListener(SWT.MouseMove, event -> {
            String tip = tip(table, event, source);
            if (!Objects.equals(tip, table.getToolTipText())) {
                table.setToolTipText(tip == null ? null : Labels.shown(tip));
            }
        });
        // Over the header the table would go on with the tip of the last cell.
        table.addListener(SWT.MouseExit, _ -> table.setToolTipText(null));
    }

    private static String tip(Table table, Event event, Source source) {
        Point point = new Point(event.x, event.y);
        TableItem item = table.getItem(point);
        for (int column = 0; item != null && column < table.getColumnCount(); column++) {
            if (item.getBounds(column).contains(point)) {
                return source.tip(table.indexOf(item), column);
            }
        }
        return null;
    }
}
