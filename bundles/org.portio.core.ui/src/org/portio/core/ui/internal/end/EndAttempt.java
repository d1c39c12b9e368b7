// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import java.util.function.BiConsumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.ConnectionException;
import org.portio.ui.Labels;
import org.portio.ui.UiThread;

/**
 * One attempt to end processes. A job acts and waits; if that takes longer than a moment, a dialog says so, in which the user
 * forces them or gives up waiting. After giving up, nothing more is reported.
 */
final class EndAttempt {

    /** The time until PortIO gives up waiting: an orderly end may take a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration FORCED_PATIENCE = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofMillis(700);

    private final Shell shell;
    private final ProcessEnding ending;
    private final EndTarget target;
    private final boolean force;
    private final BiConsumer<EndTarget, EndReport> whenOver;
    private WaitDialog waiting;
    private EndReport report;
    private boolean over;

    /** Creates one with what gets the report, on the UI thread. */
    EndAttempt(
            Shell shell,
            ProcessEnding ending,
            EndTarget target,
            boolean force,
            BiConsumer<EndTarget, EndReport> whenOver) {
        this.shell = shell;
        this.ending = ending;
        this.target = target;
        this.force = force;
        this.whenOver = whenOver;
    }

    /** Starts the attempt; call it on the UI thread. */
    void start() {
        Job.createSystem(Labels.lines(NLS.bind(Messages.EndConversation_ending, target.text())), (ICoreRunnable) _ -> {
                    EndReport came = end();
                    UiThread.later(shell, () -> take(came));
                })
                .schedule();
        shell.getDisplay().timerExec((int) MOMENT.toMillis(), this::showWaiting);
    }

    private EndReport end() {
        Duration patience = force ? FORCED_PATIENCE : PATIENCE;
        try {
            return EndReport.of(target, force, patience, ending.end(target.request(force, patience)));
        } catch (ConnectionException e) {
            ILog.of(EndAttempt.class).error(e.getMessage(), e);
            return EndReport.failed(e.getMessage());
        }
    }

    private void take(EndReport came) {
        report = came;
        if (waiting == null) {
            finish();
        } else {
            waiting.close(); // what opened it goes on
        }
    }

    private void showWaiting() {
        if (over || shell.isDisposed()) {
            return;
        }
        waiting = new WaitDialog(shell, target, force, System::nanoTime, MOMENT);
        int answer = waiting.open();
        waiting = null;
        if (report != null) {
            finish();
        } else if (answer == WaitDialog.FORCE) {
            over = true;
            new EndAttempt(shell, ending, target, true, whenOver).start();
        } else {
            over = true;
        }
    }

    private void finish() {
        if (!over) {
            over = true;
            whenOver.accept(target, report);
        }
    }
}
