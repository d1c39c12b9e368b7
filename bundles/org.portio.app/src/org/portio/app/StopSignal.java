// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Closes the workbench as Exit does when a signal asks the process to end, so that its layout is saved. */
final class StopSignal {

    /** Whoever sends the signal may kill a process that takes much longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Display display;
    private final Thread hook = new Thread(this::close, "portio-stop");

    private StopSignal(Display display) {
        this.display = display;
    }

    /** Waits for a signal until the workbench has {@linkplain #ended ended}. */
    static StopSignal await(Display display) {
        StopSignal signal = new StopSignal(display);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void close() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        try {
            display.asyncExec(PlatformUI.getWorkbench()::close);
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                ILog.of(StopSignal.class).warn(Messages.StopSignal_notClosed);
            }
        } catch (SWTException _) {
            // The workbench has just ended by itself.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that the workbench has ended, whoever has asked for it. */
    void ended() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process ends already: the hook was what closed the workbench.
        }
    }
}
