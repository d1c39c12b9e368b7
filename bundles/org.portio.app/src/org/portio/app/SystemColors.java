// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;

/**
 * Gives controls the colours of the window system after it has changed them. The platform asks GTK for light or dark widgets
 * only after it has styled them, and SWT writes into a control without a colour of its own the system's colour of that moment:
 * when the theme became light again, white text stayed on light ground, and tables stayed dark.
 */
@SuppressWarnings("restriction") // the platform's theme engine has no public API
final class SystemColors {

    private final IWorkbench workbench;
    private final Display display;
    private List<RGB> applied;

    private SystemColors(IWorkbench workbench) {
        this.workbench = workbench;
        display = workbench.getDisplay();
        applied = now();
    }

    /** Follows them until the workbench ends. */
    static void follow(IWorkbench workbench) {
        SystemColors colors = new SystemColors(workbench);
        colors.display.addListener(SWT.Settings, _ -> colors.changed());
    }

    private void changed() {
        List<RGB> now = now();
        if (!now.equals(applied)) {
            applied = now;
            display.asyncExec(this::apply); // SWT is still telling its widgets of the change
        }
    }

    private void apply() {
        if (workbench.isClosing()) {
            return;
        }
        IThemeEngine engine = workbench.getService(IThemeEngine.class);
        for (Shell shell : display.getShells()) {
            forgetColors(shell);
            engine.applyStyles(shell, true);
        }
    }

    private void forgetColors(Control control) {
        // SWT takes no colour from a control that has none of its own; and none is one that it has already.
        RGB another = new RGB(1, 2, 3);
        control.setForeground(new Color(another));
        control.setForeground(null);
        control.setBackground(new Color(another));
        control.setBackground(null);
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                forgetColors(child);
            }
        }
    }

    private List<RGB> now() {
        return IntStream.of(
                        SWT.COLOR_LIST_FOREGROUND,
                        SWT.COLOR_LIST_BACKGROUND,
                        SWT.COLOR_WIDGET_FOREGROUND,
                        SWT.COLOR_WIDGET_BACKGROUND)
                .mapToObj(color -> display.getSystemColor(color).getRGB())
                .toList();
    }
}
