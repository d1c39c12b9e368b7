// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** The help on a dialog: a window of its own, for what is behind the dialog cannot be used while it is open. */
final class HelpWindow {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 520;

    private final Shell shell;
    private final HelpPane pane;

    private HelpWindow(Shell dialog) {
        shell = new Shell(dialog, SWT.SHELL_TRIM | SWT.PRIMARY_MODAL);
        shell.setText(Messages.HelpWindow_title);
        shell.setLayout(new FillLayout());
        pane = new HelpPane(shell, HelpFiles.library(PlatformUI.getWorkbench()), Links::open);
        shell.addTraverseListener(event -> {
            if (event.detail == SWT.TRAVERSE_ESCAPE) {
                shell.close();
            }
        });
        shell.setSize(WIDTH, HEIGHT);
        shell.setLocation(beside(dialog.getBounds(), dialog.getMonitor().getClientArea()));
    }

    /** Returns the place where it hides the least of its dialog. */
    private static Point beside(Rectangle dialog, Rectangle screen) {
        int right = dialog.x + dialog.width;
        int end = screen.x + screen.width;
        int left = end - right >= dialog.x - screen.x ? Math.min(right, end - WIDTH) : dialog.x - WIDTH;
        return new Point(Math.max(screen.x, left), Math.clamp(dialog.y, screen.y, screen.y + screen.height));
    }

    /** Opens one that closes with its dialog, and with Escape. */
    static HelpWindow above(Shell dialog) {
        HelpWindow window = new HelpWindow(dialog);
        window.shell.open();
        window.pane.page().setFocus();
        return window;
    }

    HelpPane pane() {
        return pane;
    }
}
