// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.time.Duration;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.core.system.NoHomeException;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.RecordException;
import org.portio.ui.FailureText;

/** Looks every few seconds whether somebody records, and has the window keep the last minutes if nobody does. */
final class Look extends Job {

    private static final long EVERY_MILLIS = 3_000;

    private final Past past;
    private RecordException failure;
    private volatile boolean ended;

    Look(Past past) {
        super("Look what is kept of the past");
        this.past = past;
        setSystem(true);
    }

    /** Ends it; returns when it is no longer running. */
    void end() {
        ended = true;
        cancel();
        try {
            join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor progress) {
        try {
            past.tell(look());
        } catch (NoHomeException e) {
            ILog.of(Look.class).warn(e.getMessage(), e);
            return Status.OK_STATUS; // it will not have one later, either
        }
        if (!ended) {
            schedule(EVERY_MILLIS);
        }
        return Status.OK_STATUS;
    }

    private Keeping look() {
        Position position = Position.OFF;
        boolean isRecorded = false;
        RecordException found = null;
        try {
            position = past.position();
            // Who does not record need not read how much there is.
            isRecorded = position.isOn() && Past.isRecorded();
        } catch (RecordException e) {
            found = e;
        }
        Duration recent = ended || isRecorded ? Duration.ZERO : HistoryPreferences.recent();
        found = past.keepRecent(recent, found);
        log(found);
        return new Keeping(
                position,
                isRecorded,
                found == null ? recent : Duration.ZERO,
                found == null ? "" : FailureText.of(found));
    }

    /** Logs a failure once, not every few seconds. */
    private void log(RecordException found) {
        if (found != null && (failure == null || !failure.getMessage().equals(found.getMessage()))) {
            ILog.of(Look.class).warn(found.getMessage(), found);
        }
        failure = found;
    }
}
