// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Keeps the rows of tables and trees out of the platform's CSS engine. The engine remembers each of them, and resets it when
 * the theme changes. SWT on GTK leaves rows behind when a virtual table shrinks: they are not disposed, the table does not
 * know them any more, and to reset one ends the whole process. No style sheet says anything of rows: they have the
 * colours of their table. See docs/decisions.
 */
final class UnstyledRows {

    private UnstyledRows() {}

    /** Applies to all tables and trees of this display; call it before the first of them is created. */
    static void in(Display display) {
        display.addFilter(SWT.Skin, UnstyledRows::skipRow);
    }

    private static void skipRow(Event event) {
        if (event.widget instanceof TableItem || event.widget instanceof TreeItem) {
            event.type = SWT.None; // no listener hears of it
        }
    }
}
