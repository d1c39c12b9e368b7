// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Snapshot;

/**
 * All listeners that follow the connections: together they look for signs of change, and together they get each
 * snapshot. Nothing runs while there are none. All work is done on the scheduler's one thread.
 */
final class Followers {

    private static final long SECOND = 1000;

    private final PollingConnectionMonitor monitor;
    private final ScheduledExecutorService scheduler;
    private final List<Audience> audiences = new CopyOnWriteArrayList<>();
    private Signs signs = Signs.NONE;
    private Pace pace = new Pace();
    private Future<?> ticking;

    Followers(PollingConnectionMonitor monitor, ScheduledExecutorService scheduler) {
        this.monitor = monitor;
        this.scheduler = scheduler;
    }

    Schedule add(ConnectionListener listener) {
        Audience audience = new Audience(listener);
        scheduler.execute(() -> greet(audience));
        return new Schedule() {
            @Override
            public void refreshNow() {
                execute(() -> publish(audiences, Duration.ZERO));
            }

            @Override
            public void close() {
                audience.close();
                execute(() -> remove(audience));
            }
        };
    }

    private void execute(Runnable work) {
        try {
            scheduler.execute(work);
        } catch (RejectedExecutionException e) {
            Audience.log().log(System.Logger.Level.DEBUG, "the monitor has stopped", e);
        }
    }

    /** Lets the new one see what the others see, and has the clock tick if it is the first. */
    private void greet(Audience audience) {
        if (audience.isClosed()) {
            return;
        }
        audiences.add(audience);
        if (audiences.size() == 1) {
            pace = new Pace();
            tick();
        } else {
            publish(List.of(audience), Duration.ofMillis(SECOND));
        }
    }

    private void remove(Audience audience) {
        if (audiences.remove(audience) && audiences.isEmpty()) {
            ticking.cancel(false);
            stop();
        }
    }

    /** Lets go of what the signs come from. */
    void stop() {
        signs.close();
        signs = Signs.NONE;
    }

    private void tick() {
        if (audiences.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        try {
            pace.notice(signs.look(), start);
            if (!signs.areGiven() || pace.isDue(System.nanoTime())) {
                if (pace.areListenersFirst()) {
                    takeListeners();
                }
                takeOne();
            } else if (pace.areListenersDue(System.nanoTime())) {
                takeListeners();
            }
        } finally {
            long wait = signs.areGiven() ? pace.untilNextLook(start) : TimeUnit.MILLISECONDS.toNanos(SECOND);
            long took = System.nanoTime() - start;
            ticking = scheduler.schedule(this::tick, Math.max(0, wait - took), TimeUnit.NANOSECONDS);
        }
    }

    private void takeOne() {
        long start = System.nanoTime();
        signs = signs.of(monitor.best());
        publish(audiences, Duration.ZERO);
        pace.taken(start, System.nanoTime());
    }

    private void takeListeners() {
        long start = System.nanoTime();
        List<Audience> told =
                audiences.stream().filter(Audience::takesListenersAlone).toList();
        try {
            if (!told.isEmpty()) {
                monitor.listeners().ifPresent(snapshot -> told.forEach(audience -> audience.tell(snapshot)));
            }
        } catch (ConnectionException e) {
            told.forEach(audience -> audience.tell(e));
        }
        pace.listenersTaken(start, System.nanoTime());
    }

    private void publish(List<Audience> told, Duration maxAge) {
        try {
            Snapshot snapshot = monitor.snapshot(maxAge);
            told.forEach(audience -> audience.tell(snapshot));
        } catch (ConnectionException e) {
            told.forEach(audience -> audience.tell(e));
        }
    }
}
