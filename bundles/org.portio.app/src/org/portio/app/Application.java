// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.portio.app.elevation.RootWorkbench;
import org.portio.ui.Labels;

/** The workbench, from the first window to the last. */
public final class Application implements IApplication {

    /** The exit code of a conflict, as that of a command. */
    private static final Integer CANNOT_START = 4;

    @Override
    public Object start(IApplicationContext context) throws IOException {
        if (!Platform.OS.isLinux()) {
            // There OSHI reads connections, as soon as the window asks for them.
            LibraryLogging.start();
        }
        InstanceArea area = InstanceArea.claim();
        if (!area.taken() && area.failure() == null) {
            if (RunningWindow.raise(area.directory(), RunningWindow.PATIENCE)) {
                return EXIT_OK;
            }
            area = InstanceArea.claim(); // the other one may have been about to end
        }
        Display display = PlatformUI.createDisplay();
        try {
            return area.taken() ? run(area, display) : refuse(area, display);
        } finally {
            display.dispose();
        }
    }

    private static Integer run(InstanceArea area, Display display) {
        Splash splash = Splash.open(display);
        RunningWindow.answer(area.directory(), display);
        PlatformLogHandler.install();
        LastEnd last = LastEnd.note(area.directory(), InstanceArea.state());
        StopSignal signal = StopSignal.await(display);
        try {
            int code = PlatformUI.createAndRunWorkbench(display, new PortioWorkbenchAdvisor(window -> {
                splash.close();
                last.tell(window);
                LeftOut.ofSystem().tell(window);
                FaultyServices.tellIn(window);
                RootWorkbench.announce();
            }));
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } finally {
            signal.ended();
        }
    }

    private static Integer refuse(InstanceArea area, Display display) {
        String failure =
                area.failure() == null ? NLS.bind(Messages.Application_noAnswer, area.directory()) : area.failure();
        MessageDialog.openError(display.getActiveShell(), Messages.Application_cannotStart, Labels.shown(failure));
        return CANNOT_START;
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(PlatformUI.getWorkbench()::close);
        }
    }
}
