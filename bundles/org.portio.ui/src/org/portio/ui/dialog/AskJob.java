// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Control;
import org.portio.ui.UiThread;
import org.portio.ui.dialog.PortAnswer.Kind;

/**
 * Asks about a port some time after the last key was typed, and reports the answer on the UI thread. What is a problem
 * is asked again and again: the user may be about to solve it.
 */
final class AskJob {

    private static final long PATIENCE_MILLIS = 250;
    private static final long AGAIN_MILLIS = 1000;

    private final Control control;
    private final Function<PortQuestion, PortAnswer> inquiry;
    private final Consumer<PortAnswer> listener;
    private final Job job = Job.createSystem("Ask about a port", (ICoreRunnable) _ -> ask());
    private volatile PortQuestion wanted;

    /** The listener is called on the UI thread, and only for the latest question. */
    AskJob(Control control, Function<PortQuestion, PortAnswer> inquiry, Consumer<PortAnswer> listener) {
        this.control = control;
        this.inquiry = inquiry;
        this.listener = listener;
        control.addDisposeListener(_ -> ask(null));
    }

    /**
     * Asks; null for nothing to ask. Returns whether the question differs from the last one. Call it on the UI thread.
     */
    boolean ask(PortQuestion question) {
        if (question != null && question.equals(wanted)) {
            return false;
        }
        wanted = question;
        job.cancel();
        if (question != null) {
            job.schedule(PATIENCE_MILLIS);
        }
        return true;
    }

    private void ask() {
        PortQuestion question = wanted;
        if (question == null) {
            return;
        }
        PortAnswer answer = inquiry.apply(question);
        UiThread.later(control, () -> {
            if (question.equals(wanted)) {
                listener.accept(answer);
            }
        });
        if (answer.kind() == Kind.PROBLEM && question.equals(wanted)) {
            job.schedule(AGAIN_MILLIS);
        }
    }
}
