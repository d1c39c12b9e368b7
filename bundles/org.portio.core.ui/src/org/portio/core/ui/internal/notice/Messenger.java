// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.portio.core.notice.NoticeMessage;
import org.portio.core.system.CommandRunner;

/** Brings a message to the user: by the desktop, or, where there is none that takes it, in a small window of PortIO's. */
record Messenger(DesktopMessage desktop) {

    static Messenger ofSystem() {
        return new Messenger(new DesktopMessage(CommandRunner.ofSystem(), System.getenv()));
    }

    /** Not for the UI thread. */
    void show(NoticeMessage message) {
        if (!desktop.show(message) && PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> pop(message));
        }
    }

    private static void pop(NoticeMessage message) {
        if (PlatformUI.isWorkbenchRunning() && PlatformUI.getWorkbench().getWorkbenchWindowCount() > 0) {
            IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
            IWorkbenchWindow window = active == null ? PlatformUI.getWorkbench().getWorkbenchWindows()[0] : active;
            new PopupMessage(window, message).open();
        }
    }
}
