// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Control;

/** The way from any other thread to the one that may touch widgets. */
public final class UiThread {

    private UiThread() {}

    /** Runs the action on the UI thread later, unless the control is gone by then. Returns at once. */
    public static void later(Control control, Runnable action) {
        try {
            control.getDisplay().asyncExec(() -> {
                if (!control.isDisposed()) {
                    action.run();
                }
            });
        } catch (SWTException e) {
            // Already disposed, together with everything that could have been seen.
            if (e.code != SWT.ERROR_WIDGET_DISPOSED && e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
