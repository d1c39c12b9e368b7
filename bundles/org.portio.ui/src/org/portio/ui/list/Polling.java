// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.core.system.Subscription;
import org.portio.ui.PortioPreferences;

/** Asks a question again and again, at the rate of the preferences, until it is closed. */
final class Polling implements Subscription {

    private final Runnable question;
    private final Job job = Job.createSystem("Ask again", (ICoreRunnable) _ -> ask());
    private volatile boolean closed;

    Polling(Runnable question) {
        this.question = question;
        job.schedule();
    }

    private void ask() {
        if (!closed) {
            question.run();
            job.schedule(PortioPreferences.refreshInterval().toMillis());
        }
    }

    @Override
    public void close() {
        closed = true;
        job.cancel();
    }
}
