// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.ConnectionException;
import org.portio.ui.UiThread;

/** Ends a process: looks in a job, asks, acts in a job, says what came of it, and asks again before it forces. */
final class EndConversation {

    /** What is to be found out before the user is asked. */
    @FunctionalInterface
    interface Planner {
        EndPlan plan(ProcessEnding ending) throws ConnectionException;
    }

    private final Shell shell;
    private final ProcessEnding ending;
    private final Runnable whenDone;

    /** With what is run, on the UI thread, after anything was done. */
    EndConversation(Shell shell, ProcessEnding ending, Runnable whenDone) {
        this.shell = shell;
        this.ending = ending;
        this.whenDone = whenDone;
    }

    void start(Planner planner) {
        schedule(Messages.EndConversation_looking, () -> {
            EndPlan plan = planner.plan(ending);
            UiThread.later(shell, () -> ask(plan));
        });
    }

    private void ask(EndPlan plan) {
        if (plan.target() == null) {
            tell(new EndReport(MessageDialog.INFORMATION, plan.problem(), false));
            return;
        }
        EndDialog dialog = new EndDialog(shell, plan);
        if (dialog.open() == Window.OK) {
            end(plan.target(), dialog.force());
        }
    }

    private void end(EndTarget target, boolean force) {
        new EndAttempt(shell, ending, target, force, this::report).start();
    }

    private void report(EndTarget target, EndReport report) {
        whenDone.run();
        if (!report.offersForce()) {
            tell(report);
        } else if (wantsForce(report)) {
            end(target, true);
        }
    }

    private void tell(EndReport report) {
        MessageDialog.open(report.kind(), shell, Messages.EndDialog_title, report.text(), SWT.NONE);
    }

    private boolean wantsForce(EndReport report) {
        String[] buttons = {Messages.EndConversation_force, Messages.EndConversation_leave};
        // Nothing is forced by a mere Enter: the default is the second button.
        return new MessageDialog(shell, Messages.EndDialog_title, null, report.text(), report.kind(), 1, buttons).open()
                == 0;
    }

    /** Something that may fail, as it is shown and logged by the workbench. */
    @FunctionalInterface
    private interface Step {
        void run() throws ConnectionException;
    }

    private static void schedule(String name, Step step) {
        Job job = Job.create(name, (ICoreRunnable) _ -> run(step));
        job.setUser(true);
        job.schedule();
    }

    private static void run(Step step) throws CoreException {
        try {
            step.run();
        } catch (ConnectionException e) {
            throw new CoreException(Status.error(e.getMessage(), e));
        }
    }
}
