// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.portio.core.system.Subscription;
import org.portio.json.JsonObject;
import org.portio.keeper.internal.protocol.Errors;
import org.portio.keeper.internal.protocol.LineChannel;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/**
 * Sends a client how the reservations stand. A client that reads slowly gets the latest state and misses what was in
 * between: it keeps nobody waiting.
 */
final class Watcher implements ReservationListener, Subscription {

    private final LineChannel lines;
    private final BlockingQueue<Supplier<JsonObject>> latest = new ArrayBlockingQueue<>(1);
    private final Thread sender =
            Thread.ofPlatform().daemon().name("portio-watcher").unstarted(this::send);
    private Subscription subscription;
    private volatile Supplier<JsonObject> farewell;

    Watcher(LineChannel lines) {
        this.lines = lines;
    }

    void start(Reservations reservations) {
        sender.start();
        subscription = reservations.watch(this);
    }

    @Override
    public void changed(List<ReservationStatus> reservations) {
        put(() -> Wire.list("changed", reservations, Wire::write));
    }

    @Override
    public void failed(ReservationException failure) {
        put(() -> Errors.of(failure));
    }

    /** The reporter of a change does not wait until it is written out. */
    private synchronized void put(Supplier<JsonObject> event) {
        if (farewell == null) {
            latest.clear();
            latest.add(event);
        }
    }

    private void send() {
        try {
            Supplier<JsonObject> event;
            do {
                event = latest.take();
                lines.write(event.get());
            } while (event != farewell);
        } catch (InterruptedException | IOException _) {
            // The client, or the keeper, ends.
        }
    }

    /** Says that the keeper ends on purpose, and is not to be started again by those who only watch. */
    synchronized void stopping() {
        JsonObject event = new JsonObject();
        event.put("stopping", true);
        Supplier<JsonObject> last = () -> event;
        put(last);
        farewell = last;
    }

    /** Waits until that has been written, up to a {@link System#nanoTime()}. */
    void awaitLast(long deadline) {
        try {
            sender.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        sender.interrupt();
        if (subscription != null) {
            subscription.close();
        }
    }
}
