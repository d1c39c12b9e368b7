// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Objects;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.TableItem;
import org.portio.core.system.Printable;

/** A row as the widget has it. What is the same as before is not told again: the widget would paint it anew. */
final class FilledRow {

    private final TableItem item;
    private final String[] texts;
    private Color background;

    FilledRow(TableItem item, int columns) {
        this.item = item;
        texts = new String[columns];
    }

    /** Shows a text of anybody's: this is the one place where it comes to be a cell. */
    void setText(int column, String anybodys) {
        String text = Printable.of(anybodys);
        if (!text.equals(texts[column])) {
            texts[column] = text;
            item.setText(column, text);
        }
    }

    void setBackground(Color colour) {
        if (!Objects.equals(colour, background)) {
            background = colour;
            item.setBackground(colour);
        }
    }
}
