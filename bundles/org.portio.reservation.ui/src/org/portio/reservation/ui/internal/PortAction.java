// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.reservation.ReservationException;
import org.portio.server.ServerException;

/** Something that the keeper is asked to do, in a job with progress. A failure is shown and logged by the workbench. */
public final class PortAction {

    /** What is done. Not called on the UI thread. */
    @FunctionalInterface
    public interface Change {
        void apply() throws ReservationException, ServerException;
    }

    private PortAction() {}

    /** Starts it; what is to be done after it is done in the job, too, and also if it failed. */
    public static void start(String name, Change change, Runnable afterwards) {
        Job job = Job.create(name, (ICoreRunnable) _ -> {
            try {
                change.apply();
            } catch (ReservationException | ServerException e) {
                throw new CoreException(Status.error(e.getMessage(), e));
            } finally {
                afterwards.run();
            }
        });
        job.setUser(true);
        job.schedule();
    }
}
