// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.preference.IPreferencePageContainer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.portio.ui.HelpTopic;
import org.portio.ui.PortioPreferences;

/** Finds out what the user wants to know of: that which has the focus. */
final class Topics {

    private static final int MODAL = SWT.PRIMARY_MODAL | SWT.APPLICATION_MODAL | SWT.SYSTEM_MODAL;

    private Topics() {}

    /**
     * Returns the topics of what has the focus and of what is around it, and then that of the active view, which is its id. The
     * platform has topics of its own, of which the documentation knows nothing.
     */
    static List<String> here(Display display) {
        Control control = display.getFocusControl();
        Shell shell = display.getActiveShell();
        List<String> topics = new ArrayList<>(HelpTopic.around(control == null ? shell : control));
        if (shell != null && shell.getData() instanceof IPreferencePageContainer) {
            topics.add(PortioPreferences.PAGE);
        }
        topics.add(ofActivePart());
        return topics;
    }

    private static String ofActivePart() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPart part = window == null || window.getActivePage() == null
                ? null
                : window.getActivePage().getActivePart();
        return part == null ? "" : part.getSite().getId();
    }

    /** Returns the dialog that keeps the windows behind it from being used; null if there is none. */
    static Shell dialog(Display display) {
        Shell shell = display.getActiveShell();
        return shell != null && (shell.getStyle() & MODAL) != 0 ? shell : null;
    }
}
