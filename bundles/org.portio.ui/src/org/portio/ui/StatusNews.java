// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.eclipse.swt.widgets.Shell;
import org.portio.ui.internal.status.WindowStatus;

/** Reports success in the status line, if nobody has to close it. Failures are for a dialog. */
public final class StatusNews {

    private StatusNews() {}

    /** Shows the sentence for a while in the status line of the window that this is the shell of. On the UI thread. */
    public static void tell(Shell window, String sentence) {
        WindowStatus.of(window).ifPresent(status -> status.tell(sentence));
    }

    /**
     * Shows a few words at the end of the same status line for as long as the window is there, in place of those before.
     *
     * @param details of the same, for the tooltip
     */
    public static void keep(Shell window, String words, String details) {
        WindowStatus.of(window).ifPresent(status -> status.keep(words, details));
    }
}
