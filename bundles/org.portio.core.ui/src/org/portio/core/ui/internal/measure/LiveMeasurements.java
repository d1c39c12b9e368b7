// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.Measurements;

/**
 * The measurements of the rows of a table, taken once a second as long as a cell with a measurement is shown, sorted or filtered, and
 * not at all otherwise.
 */
public final class LiveMeasurements {

    private static final long PERIOD_MILLIS = 1_000;

    /**
     * The table that they are for.
     *
     * @param isLive whether the present is shown, and goes on
     * @param isUiThread whether this is the thread that fills cells, and neither filters nor sorts
     * @param whileSeen runs something on that thread soon, if the table is in sight then
     * @param restyle asks for the cells in sight anew, on that thread
     * @param renew filters and sorts the rows anew as well
     */
    public record Target(
            BooleanSupplier isLive,
            BooleanSupplier isUiThread,
            Consumer<Runnable> whileSeen,
            Runnable restyle,
            Runnable renew) {}

    private final ConnectionMonitor monitor;
    private final Target target;
    private final BooleanSupplier isPast;
    private final Measurements measurements = new Measurements(_ -> used());
    private final SeenTimes seen = new SeenTimes();
    private final Job job = Job.createSystem("Measure connections", (ICoreRunnable) _ -> measure());
    private volatile boolean isWanted;
    private volatile boolean isOrdered;
    private volatile boolean isMeasured;
    private boolean failing;

    /**
     * Creates them.
     *
     * @param isPast whether the past is shown, of which nothing is measured
     */
    public LiveMeasurements(ConnectionMonitor monitor, Target target, BooleanSupplier isPast) {
        this.monitor = monitor;
        this.target = target;
        this.isPast = isPast;
    }

    /** Ends, as the table does. */
    public void end() {
        job.cancel();
    }

    /** Takes in what has changed. From any thread. */
    public void refreshed(Snapshot snapshot, Delta delta) {
        if (!isPast.getAsBoolean()) {
            seen.refreshed(snapshot, delta);
        }
    }

    List<ConnectionField<Long>> fields() {
        return measurements.fields();
    }

    /** Returns its value of a field; null if it is not known. */
    Long value(ConnectionField<Long> field, Connection row) {
        return isPast.getAsBoolean() ? null : field.of(row);
    }

    /** Returns when it was first seen; null if that is not known. */
    Instant seen(Connection row) {
        return isPast.getAsBoolean() ? null : seen.of(row);
    }

    /** Returns for how many seconds it has been seen; null if that is not known. */
    Long age(Connection row) {
        Instant first = seen(row);
        if (first == null) {
            return null;
        }
        used();
        return Math.max(0, Duration.between(first, Instant.now()).toSeconds());
    }

    private void used() {
        if (!isOrdered && !target.isUiThread().getAsBoolean()) {
            isOrdered = true;
        }
        if (!isWanted) {
            isWanted = true;
            job.schedule(isMeasured ? PERIOD_MILLIS : 0);
        }
    }

    private void measure() {
        boolean ordered = isOrdered;
        isWanted = false;
        isOrdered = false;
        if (!target.isLive().getAsBoolean() || isPast.getAsBoolean()) {
            return;
        }
        try {
            measurements.refresh(monitor);
            failing = false;
        } catch (ConnectionException e) {
            log(e);
        }
        isMeasured = true;
        // When it is in sight again, a cell is asked for.
        target.whileSeen().accept(ordered ? target.renew() : target.restyle());
    }

    /** The first failure in a row: the next is a second away. */
    private void log(ConnectionException failure) {
        if (!failing) {
            failing = true;
            ILog.of(LiveMeasurements.class).error(failure.getMessage(), failure);
        }
    }
}
