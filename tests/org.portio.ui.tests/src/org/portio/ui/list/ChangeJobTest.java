// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.junit.jupiter.api.Test;
import org.portio.core.ConnectionException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;

class ChangeJobTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void itIsNotForcedAtFirstAndWhatFollowsComesAfterIt() throws Exception {
        IStatus result = run(force -> seen.add("force " + force));

        assertTrue(result.isOK());
        assertEquals(List.of("force false", "then"), seen);
    }

    @Test
    void aFailureIsShownWithItsMessageAndWhatFollowsIsDoneAllTheSame() throws Exception {
        ConnectionException failure = new ConnectionException("the system says no");
        IStatus result = run(_ -> {
            throw failure;
        });

        assertEquals(IStatus.ERROR, result.getSeverity());
        assertEquals("The system says no", result.getMessage());
        assertSame(failure, result.getException().getCause());
        assertEquals(List.of("then"), seen);
    }

    @Test
    void whatToDoAboutAFailureIsALineOfItsOwn() throws Exception {
        IStatus result = run(_ -> {
            throw new ConnectionException(Failure.of(Kind.CONFLICT, "TCP 80 is taken", "release it first"));
        });

        assertEquals("TCP 80 is taken\nRelease it first", result.getMessage());
    }

    private IStatus run(ChangeJob.Change change) throws Exception {
        String name = "Change " + System.nanoTime();
        CompletableFuture<IStatus> result = new CompletableFuture<>();
        IJobChangeListener listener = new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (event.getJob().getName().equals(name)) {
                    result.complete(event.getResult());
                }
            }
        };
        Job.getJobManager().addJobChangeListener(listener);
        try {
            new ChangeJob(name, change).then(() -> seen.add("then")).start();
            return result.get(60, TimeUnit.SECONDS);
        } finally {
            Job.getJobManager().removeJobChangeListener(listener);
        }
    }
}
