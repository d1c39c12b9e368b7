// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.ConnectionException;
import org.portio.core.ui.internal.PartRefresh;
import org.portio.ui.Labels;
import org.portio.ui.StatusNews;
import org.portio.ui.UiThread;
import org.portio.ui.list.ChangeJob;

/** Ends processes: looks in a job, asks, acts in a job, says what came of it, and asks again before it forces. */
final class EndConversation {

    /** Finds out what must be known before the user is asked. */
    @FunctionalInterface
    interface Planner {
        EndPlan plan(ProcessEnding ending) throws ConnectionException;
    }

    private final Shell shell;
    private final ProcessEnding ending;
    private final PartRefresh part;

    /** Creates one for a command that was given in this part. */
    EndConversation(Shell shell, ProcessEnding ending, PartRefresh part) {
        this.shell = shell;
        this.ending = ending;
        this.part = part;
    }

    void start(Planner planner) {
        new ChangeJob(Messages.EndConversation_looking, _ -> {
                    EndPlan plan = planner.plan(ending);
                    UiThread.later(shell, () -> ask(plan));
                })
                .start();
    }

    private void ask(EndPlan plan) {
        if (plan.target() == null) {
            MessageDialog.openInformation(shell, Messages.EndDialog_title, Labels.shown(plan.problem()));
            return;
        }
        EndDialog dialog = new EndDialog(shell, plan);
        if (dialog.open() == Window.OK) {
            part.begun();
            end(plan.target(), dialog.force());
        }
    }

    private void end(EndTarget target, boolean force) {
        new EndAttempt(shell, ending, target, force, this::report).start();
    }

    private void report(EndTarget target, EndReport report) {
        part.done();
        if (report.isGood()) {
            StatusNews.tell(shell, report.text());
        } else if (!report.offersForce()) {
            MessageDialog.open(report.kind(), shell, Messages.EndDialog_title, Labels.shown(report.text()), SWT.NONE);
        } else if (wantsForce(report)) {
            end(target.only(report.stubborn()), true);
        }
    }

    private boolean wantsForce(EndReport report) {
        String[] buttons = {
            WaitDialog.forceLabel(report.stubborn().size()),
            report.stubborn().size() == 1 ? Messages.EndConversation_leave : Messages.EndConversation_leaveAll
        };
        // Nothing is forced by a mere Enter: the default is the second button.
        return new MessageDialog(
                                shell,
                                Messages.EndDialog_title,
                                null,
                                Labels.shown(report.text()),
                                report.kind(),
                                1,
                                buttons)
                        .open()
                == 0;
    }
}
