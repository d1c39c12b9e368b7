// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Snapshot;

/** One listener with its rate. All of its work runs on the scheduler's one thread. */
final class PollingSubscription implements Schedule {

    /** Takes a snapshot, or has one that is younger than this. */
    @FunctionalInterface
    interface Camera {
        Snapshot take(Duration maxAge) throws ConnectionException;
    }

    private final Camera camera;
    private final ScheduledExecutorService scheduler;
    private final Duration interval;
    private final Audience audience;
    private Future<?> schedule;

    PollingSubscription(
            Camera camera, ScheduledExecutorService scheduler, Duration interval, ConnectionListener listener) {
        this.camera = camera;
        this.scheduler = scheduler;
        this.interval = interval;
        audience = new Audience(listener);
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
            Audience.log().log(System.Logger.Level.DEBUG, "no refresh: the monitor has stopped", e);
        }
    }

    @Override
    public void close() {
        audience.close();
        schedule.cancel(false);
    }

    private void publish(Duration maxAge) {
        if (audience.isClosed()) {
            return;
        }
        try {
            audience.tell(camera.take(maxAge));
        } catch (ConnectionException e) {
            audience.tell(e);
        }
    }
}
