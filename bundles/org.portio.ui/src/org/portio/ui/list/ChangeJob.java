// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;

/** Something that a service is asked to change, in a job with progress. A failure is shown and logged by the workbench. */
public final class ChangeJob {

    /** A change, made on another thread than the UI's. Its exceptions have messages for the user. */
    @FunctionalInterface
    public interface Change {
        void apply() throws Exception;
    }

    private ChangeJob() {}

    /** Starts it; what is to be done after it is done in the job, too, and also if it failed. */
    public static void start(String name, Change change, Runnable afterwards) {
        Job job = Job.create(name, (ICoreRunnable) _ -> {
            try {
                change.apply();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new CoreException(Status.error(e.getMessage(), e));
            } finally {
                afterwards.run();
            }
        });
        job.setUser(true);
        job.schedule();
    }
}
