// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.portio.core.system.Subscription;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;

/** Reports the state of reservations to listeners, on a thread of its own; changes during a report are combined. */
final class Listeners implements AutoCloseable {

    private final Supplier<List<ReservationStatus>> statuses;
    private final List<ReservationListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread worker = new Thread(task, "portio-reservation-listeners");
                worker.setDaemon(true);
                return worker;
            });

    Listeners(Supplier<List<ReservationStatus>> statuses) {
        this.statuses = statuses;
        thread.allowCoreThreadTimeOut(true);
        // A report after the end reaches nobody.
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    Subscription add(ReservationListener listener) {
        AtomicBoolean closed = new AtomicBoolean();
        ReservationListener guarded = new ReservationListener() {
            @Override
            public void changed(List<ReservationStatus> reservations) {
                if (!closed.get()) {
                    listener.changed(reservations);
                }
            }

            @Override
            public void failed(ReservationException failure) {
                listener.failed(failure);
            }
        };
        thread.execute(() -> {
            listeners.add(guarded);
            tell(guarded, statuses.get());
        });
        return () -> {
            closed.set(true);
            thread.execute(() -> listeners.remove(guarded));
        };
    }

    /** Something has changed. */
    void changed() {
        if (due.compareAndSet(false, true)) {
            thread.execute(() -> {
                due.set(false);
                if (!listeners.isEmpty()) {
                    List<ReservationStatus> now = statuses.get();
                    listeners.forEach(listener -> tell(listener, now));
                }
            });
        }
    }

    private static void tell(ReservationListener listener, List<ReservationStatus> now) {
        try {
            listener.changed(now);
        } catch (RuntimeException e) {
            System.getLogger(Listeners.class.getName())
                    .log(System.Logger.Level.WARNING, "a listener of reservations failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
