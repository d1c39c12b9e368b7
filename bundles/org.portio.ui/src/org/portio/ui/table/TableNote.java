// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.portio.ui.Labels;

/** The line below a table. */
final class TableNote {

    private static final int WIDTH_HINT = 100;

    private final Label label;
    private boolean noted;

    TableNote(Composite parent) {
        label = new Label(parent, SWT.NONE);
        show("", "");
    }

    /** Shows a line, empty for none, and more as its tool tip. */
    void show(String text, String more) {
        String line = Labels.shown(text);
        String tip = Labels.shown(more);
        if (line.equals(label.getText()) && tip.equals(label.getToolTipText())) {
            return; // it is told with every refresh, and laying out anew costs more than all else
        }
        label.setText(line);
        label.setToolTipText(tip);
        label.setVisible(!text.isEmpty());
        // It keeps its place from then on: a note that comes and goes must not make the rows jump.
        noted |= !text.isEmpty();
        // The hint keeps a long note from making the table wider than the view.
        GridDataFactory.fillDefaults()
                .indent(4, 0)
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .exclude(!noted)
                .applyTo(label);
        label.getParent().layout();
    }
}
