// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.table;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Table;

/** Measures how wide a column has to be for what it shows, in the font that the table has now. */
public final class ColumnWidths {

    /** The width that GTK adds to a title: the arrow of the order, and the space around both. */
    private static final int AROUND_TITLE = 34;

    /** The width that it adds to the text of a cell. */
    private static final int AROUND_TEXT = 16;

    private ColumnWidths() {}

    /** Returns the widths at which titles can be read while the rows are sorted by their columns; GTK's titles are bold. */
    public static int[] ofTitles(Table table, List<String> titles) {
        FontData[] data = table.getFont().getFontData();
        Arrays.stream(data).forEach(each -> each.setStyle(each.getStyle() | SWT.BOLD));
        Font bold = new Font(table.getDisplay(), data);
        GC gc = new GC(table);
        try {
            gc.setFont(bold);
            return titles.stream()
                    .mapToInt(title -> gc.textExtent(title).x + AROUND_TITLE)
                    .toArray();
        } finally {
            gc.dispose();
            bold.dispose();
        }
    }

    /** Returns the width at which a text can be read. */
    public static int ofText(Table table, String text) {
        GC gc = new GC(table);
        try {
            gc.setFont(table.getFont());
            return gc.textExtent(text).x + AROUND_TEXT;
        } finally {
            gc.dispose();
        }
    }
}
