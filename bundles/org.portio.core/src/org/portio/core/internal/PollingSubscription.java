// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Delta;
import org.portio.core.Snapshot;

/** One listener with its rate and the snapshot it got last. All of its work runs on the scheduler's one thread. */
final class PollingSubscription implements Schedule {

    private final PollingConnectionMonitor monitor;
    private final ScheduledExecutorService scheduler;
    private final Duration interval;
    private final ConnectionListener listener;
    private Snapshot previous;
    private Future<?> schedule;
    private volatile boolean closed;

    PollingSubscription(
            PollingConnectionMonitor monitor,
            ScheduledExecutorService scheduler,
            Duration interval,
            ConnectionListener listener) {
        this.monitor = monitor;
        this.scheduler = scheduler;
        this.interval = interval;
        this.listener = listener;
    }

    void start() {
        // A snapshot that another listener got a moment ago serves this one too.
        Duration maxAge = interval.dividedBy(4);
        schedule =
                scheduler.scheduleWithFixedDelay(() -> publish(maxAge), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void refreshNow() {
        try {
            scheduler.execute(() -> publish(Duration.ZERO));
        } catch (RejectedExecutionException e) {
            log().log(System.Logger.Level.DEBUG, "no refresh: the monitor has stopped", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        schedule.cancel(false);
    }

    private void publish(Duration maxAge) {
        if (closed) {
            return;
        }
        try {
            tell(maxAge);
        } catch (RuntimeException e) {
            // Thrown by the listener. Passing it on would end the schedule without a word.
            log().log(System.Logger.Level.ERROR, "a listener for connections failed", e);
        }
    }

    private void tell(Duration maxAge) {
        try {
            tell(monitor.snapshot(maxAge));
        } catch (ConnectionException e) {
            listener.failed(e);
        }
    }

    private void tell(Snapshot snapshot) {
        Snapshot before = previous != null ? previous : emptyBefore(snapshot);
        previous = snapshot;
        if (!closed) {
            listener.refreshed(snapshot, Delta.between(before, snapshot));
        }
    }

    private static Snapshot emptyBefore(Snapshot first) {
        return new Snapshot(first.time(), first.source(), List.of(), List.of());
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    private static System.Logger log() {
        return System.getLogger(PollingSubscription.class.getName());
    }
}
