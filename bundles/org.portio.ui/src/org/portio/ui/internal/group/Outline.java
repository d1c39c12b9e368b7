// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Opens and closes the groups of a table as in a tree: Left closes, Right opens, Enter and a double click do the other of both,
 * and so does a click on the arrow. On a row in a group Left goes to the group, and Right on an open group goes to its first row.
 */
public final class Outline {

    /** The rows of the table, some of which are groups. */
    public interface Rows {

        /** Returns the group that this row is; null for any other row. */
        Group groupAt(int row);

        /** Returns the row of the group that this row belongs to, or is; -1 if it belongs to none. */
        int groupRow(int row);

        /** Returns the index of the column with the arrows. */
        int arrowColumn();

        void toggle(GroupKey group);
    }

    private static final int ARROW_WIDTH = 24;

    private final Table table;
    private final Rows rows;

    private Outline(Table table, Rows rows) {
        this.table = table;
        this.rows = rows;
    }

    /** Listens to the table from now on. */
    public static void install(Table table, Rows rows) {
        Outline outline = new Outline(table, rows);
        table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.stateMask == 0 && table.getSelectionCount() == 1) {
                event.doit = !outline.pressed(event.keyCode, table.getSelectionIndex());
            }
        }));
        table.addListener(SWT.MouseDown, outline::clicked);
        table.addListener(SWT.DefaultSelection, event -> outline.toggle(table.indexOf((TableItem) event.item)));
    }

    /** Returns whether the key was one for the outline. */
    private boolean pressed(int key, int row) {
        Group group = rows.groupAt(row);
        if (key == SWT.ARROW_LEFT && group == null && rows.groupRow(row) >= 0) {
            goTo(rows.groupRow(row));
        } else if (key == SWT.ARROW_RIGHT && group != null && group.isOpen()) {
            goTo(row + 1);
        } else if (group != null && (key == SWT.ARROW_RIGHT || key == SWT.ARROW_LEFT && group.isOpen())) {
            rows.toggle(group.key());
        } else {
            return false;
        }
        return true;
    }

    private void goTo(int row) {
        table.setSelection(row);
        table.notifyListeners(SWT.Selection, new Event());
    }

    private void clicked(Event event) {
        TableItem item = event.button == 1 ? table.getItem(new Point(event.x, event.y)) : null;
        if (item == null) {
            return;
        }
        Rectangle cell = item.getBounds(rows.arrowColumn());
        if (cell.contains(event.x, event.y) && event.x < cell.x + ARROW_WIDTH) {
            toggle(table.indexOf(item));
        }
    }

    private void toggle(int row) {
        Group group = rows.groupAt(row);
        if (group != null) {
            rows.toggle(group.key());
        }
    }
}
