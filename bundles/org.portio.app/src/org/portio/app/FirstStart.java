// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.osgi.service.prefs.BackingStoreException;
import org.portio.app.help.WelcomeView;

/** Shows the page Welcome to those who are here for the first time, beside the table and without taking the focus from it. */
final class FirstStart {

    private static final String NODE = "org.portio.app";
    private static final String WELCOMED = "welcomed";

    private FirstStart() {}

    /** Shows it at the first start; does nothing in later ones. */
    static void welcome(IWorkbenchWindow window) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(NODE);
        if (!preferences.getBoolean(WELCOMED, false)) {
            preferences.putBoolean(WELCOMED, true);
            window.getShell().getDisplay().asyncExec(() -> show(window, preferences));
        }
    }

    private static void show(IWorkbenchWindow window, IEclipsePreferences preferences) {
        IWorkbenchPage page = window.getActivePage();
        if (page == null) {
            return; // closed meanwhile
        }
        try {
            page.showView(WelcomeView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
            preferences.flush();
        } catch (PartInitException | BackingStoreException e) {
            ILog.of(FirstStart.class).error(e.getMessage(), e);
        }
    }
}
