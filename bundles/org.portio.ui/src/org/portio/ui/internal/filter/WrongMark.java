// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.filter;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/**
 * Underlines a part of a text field in the colour of errors. The line is just below the field, for GTK paints the field after
 * whatever else is painted there.
 */
final class WrongMark {

    private static final int STEP = 2;
    private static final int SHORTEST = 6;
    private static final int THICKNESS = 2;
    private static final int HEIGHT = STEP + THICKNESS;

    private final Text text;
    private final Canvas line;
    private int start;
    private int length;

    /** Creates one in the same parent, whose layout is a grid. */
    WrongMark(Composite parent, Text text) {
        this.text = text;
        line = new Canvas(parent, SWT.NO_FOCUS);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, HEIGHT)
                .applyTo(line);
        line.addListener(SWT.Paint, event -> paint(event.gc));
        // The field may scroll.
        text.addListener(SWT.KeyUp, _ -> redraw());
        text.addListener(SWT.MouseUp, _ -> redraw());
    }

    /** Underlines so many characters from there on; none for a length of 0. */
    void show(int newStart, int newLength) {
        if (start != newStart || length != newLength) {
            start = newStart;
            length = newLength;
            line.redraw();
        }
    }

    private void redraw() {
        if (length > 0) {
            line.redraw();
        }
    }

    private void paint(GC gc) {
        String content = text.getText();
        if (length == 0 || start + length > content.length()) {
            return;
        }
        gc.setFont(text.getFont());
        // Only the caret tells how far the text is scrolled.
        int origin = text.getBorderWidth()
                + text.getCaretLocation().x
                - width(gc, content.substring(0, text.getCaretPosition()));
        int left = origin + width(gc, content.substring(0, start));
        int right = Math.max(left + SHORTEST, origin + width(gc, content.substring(0, start + length)));
        gc.setLineWidth(THICKNESS);
        gc.setForeground(JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR));
        int end = Math.min(right, line.getSize().x);
        for (int x = Math.max(left, 0); x < end; x += 2 * STEP) {
            gc.drawLine(x, STEP + 1, x + STEP, 1);
            gc.drawLine(x + STEP, 1, x + 2 * STEP, STEP + 1);
        }
    }

    private static int width(GC gc, String text) {
        return gc.textExtent(text, SWT.DRAW_TRANSPARENT).x;
    }
}
