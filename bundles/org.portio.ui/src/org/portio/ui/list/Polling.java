// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.core.system.Subscription;

/** Asks a question again and again, until it is closed. */
final class Polling implements Subscription {

    private final Runnable question;
    private final Supplier<Duration> interval;
    private final Job job = Job.createSystem("Ask again", (ICoreRunnable) _ -> ask());
    private volatile boolean closed;

    Polling(Runnable question, Supplier<Duration> interval) {
        this.question = question;
        this.interval = interval;
        job.schedule();
    }

    private void ask() {
        if (!closed) {
            question.run();
            job.schedule(interval.get().toMillis());
        }
    }

    @Override
    public void close() {
        closed = true;
        job.cancel();
    }
}
