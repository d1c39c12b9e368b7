// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.portio.reservation.ReservationStatus;

/** Keeps trying to hold ports in conflict or denied: a few every two seconds, many less and less often. */
final class Retrier {

    private static final int FEW = 100;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(30);
    /** Re-reads who has a port every few rounds: it may have changed hands. */
    private static final int ROUNDS_PER_EXPLANATION = 5;

    private final Slots slots;
    private final Holder holder;
    private final Listeners listeners;
    private final ScheduledExecutorService scheduler;
    private Duration pause = SOON;
    private int round;

    Retrier(Slots slots, Holder holder, Listeners listeners, ScheduledExecutorService scheduler) {
        this.slots = slots;
        this.holder = holder;
        this.listeners = listeners;
        this.scheduler = scheduler;
    }

    void start() {
        scheduler.schedule(this::run, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            round();
        } catch (RuntimeException e) {
            System.getLogger(Retrier.class.getName())
                    .log(System.Logger.Level.WARNING, "trying to hold ports again failed", e);
        }
        if (!scheduler.isShutdown()) {
            start();
        }
    }

    private void round() {
        List<Slot> waiting = waiting();
        if (waiting.isEmpty()) {
            pause = SOON;
            return;
        }
        List<ReservationStatus> before = slots.statuses();
        holder.takeAll(waiting, ++round % ROUNDS_PER_EXPLANATION == 0);
        if (!slots.statuses().equals(before)) {
            listeners.changed();
        }
        int still = waiting().size();
        boolean better = still < waiting.size();
        pause = still <= FEW || better ? SOON : min(pause.multipliedBy(2), LATE);
    }

    private List<Slot> waiting() {
        synchronized (slots) {
            return slots.all().stream().filter(Slot::waits).toList();
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
