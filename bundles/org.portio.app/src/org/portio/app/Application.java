// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The workbench, from the first window to the last. */
public final class Application implements IApplication {

    @Override
    public Object start(IApplicationContext context) {
        if (!Platform.OS.isLinux()) {
            // There OSHI reads connections, as soon as the window asks for them.
            LibraryLogging.start();
        }
        Display display = PlatformUI.createDisplay();
        try {
            if (!claimInstanceArea(display)) {
                return EXIT_OK;
            }
            PlatformLogHandler.install();
            int code = PlatformUI.createAndRunWorkbench(display, new PortioWorkbenchAdvisor());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            display.dispose();
        }
    }

    private static boolean claimInstanceArea(Display display) {
        String failure = InstanceArea.claim();
        if (failure != null) {
            MessageDialog.openError(display.getActiveShell(), Messages.Application_cannotStart, failure);
        }
        return failure == null;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(PlatformUI.getWorkbench()::close);
        }
    }
}
