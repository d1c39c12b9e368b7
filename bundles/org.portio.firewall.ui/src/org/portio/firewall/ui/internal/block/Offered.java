// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.portio.ui.Labels;

/** Enables what is offered, and makes the rest say why it is not. */
final class Offered {

    private Offered() {}

    /** Returns a parent for one control: some systems show no tool tip of a disabled control, but that of its parent. */
    static Composite holder(Composite parent) {
        Composite holder = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(holder);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(holder);
        return holder;
    }

    static void apply(Control control, String whyNot) {
        control.setEnabled(whyNot.isEmpty());
        String tip = Labels.shown(whyNot);
        control.setToolTipText(tip);
        control.getParent().setToolTipText(tip);
    }
}
