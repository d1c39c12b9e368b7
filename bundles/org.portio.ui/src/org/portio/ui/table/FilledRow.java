// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Objects;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.TableItem;
import org.portio.core.system.Printable;

/** A row as the widget has it. Unchanged values are not set again: the widget would paint them again. */
final class FilledRow {

    /** The index of no column. */
    static final int NONE = -1;

    private final TableItem item;
    private final String[] texts;
    private final Image[] images;
    private Color background;
    private Color foreground;
    private int bold = NONE;

    FilledRow(TableItem item, int columns) {
        this.item = item;
        texts = new String[columns];
        images = new Image[columns];
    }

    /** Shows a text of unknown origin: this is the one place where it becomes a cell. */
    void setText(int column, String anybodys) {
        String text = Printable.of(anybodys);
        if (!text.equals(texts[column])) {
            texts[column] = text;
            item.setText(column, text);
        }
    }

    void setImage(int column, Image image) {
        if (image != images[column]) {
            images[column] = image;
            item.setImage(column, image);
        }
    }

    void setBackground(Color colour) {
        if (!Objects.equals(colour, background)) {
            background = colour;
            item.setBackground(colour);
        }
    }

    /** Shows one cell in bold, or none. */
    void setBold(int column) {
        if (column != bold) {
            if (bold != NONE) {
                item.setFont(bold, null);
            }
            bold = column;
            if (column != NONE) {
                item.setFont(column, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
            }
        }
    }

    void setForeground(Color colour) {
        if (!Objects.equals(colour, foreground)) {
            foreground = colour;
            item.setForeground(colour);
        }
    }
}
