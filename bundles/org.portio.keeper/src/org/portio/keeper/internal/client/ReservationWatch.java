// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Subscription;
import org.portio.json.JsonFields;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.protocol.Errors;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;

/**
 * Follows the reservations, from one keeper to the next. A keeper that was killed is started again if there are
 * reservations; one that was stopped on purpose is not, until somebody else starts one.
 */
final class ReservationWatch implements Subscription {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final KeeperLink link;
    private final ReservationListener listener;
    private volatile boolean closed;
    private volatile KeeperConnection current;
    private boolean stopped;
    private boolean failed;
    private boolean empty;

    private ReservationWatch(KeeperLink link, ReservationListener listener) {
        this.link = link;
        this.listener = listener;
    }

    static ReservationWatch start(KeeperLink link, ReservationListener listener) {
        ReservationWatch watch = new ReservationWatch(link, listener);
        Thread.ofVirtual().name("portio-reservations").start(watch::run);
        return watch;
    }

    private void run() {
        try {
            while (!closed) {
                Thread.sleep(look());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Follows a keeper to its end, if there is one; returns how long to wait before the next look. */
    private Duration look() {
        try {
            Optional<KeeperConnection> keeper = connect();
            if (keeper.isPresent()) {
                follow(keeper.get());
                return Duration.ZERO;
            }
            if (!stopped && !empty) {
                tell(List.of());
                empty = true;
            }
            return BETWEEN_LOOKS;
        } catch (KeeperException e) {
            tell(new ReservationException(e.failure(), e));
            return AFTER_FAILURE;
        }
    }

    private Optional<KeeperConnection> connect() throws KeeperException {
        Optional<KeeperConnection> running = link.connectIfRunning();
        return running.isPresent() || stopped || !link.hasReservations() ? running : Optional.of(link.connect());
    }

    private void follow(KeeperConnection keeper) {
        try (keeper) {
            current = keeper;
            stopped = false;
            keeper.send(Wire.request("reservations.watch"));
            while (!closed) {
                take(keeper.next());
            }
        } catch (IOException e) {
            tell(new ReservationException(
                    Failure.of(
                            Kind.FAILED,
                            stopped
                                    ? "the keeper was stopped: no ports are held until 'portio reservations' or"
                                            + " another command starts it"
                                    : "the keeper has ended; it is started again"),
                    e));
        } catch (IllegalArgumentException e) {
            tell(new ReservationException(
                    Failure.of(Kind.FAILED, "the keeper's answer is not valid: " + e.getMessage()), e));
        }
    }

    private void take(JsonFields event) {
        if (event.has("stopping")) {
            stopped = true;
        } else if (event.has("error")) {
            KeeperException refusal = Errors.read(event);
            tell(new ReservationException(refusal.failure(), refusal));
        } else {
            tell(event.objects("changed", Wire::reservationStatus));
        }
    }

    private void tell(List<ReservationStatus> reservations) {
        if (!closed) {
            failed = false;
            empty = false;
            listener.changed(reservations);
        }
    }

    private void tell(ReservationException failure) {
        if (!closed && !failed) {
            failed = true;
            empty = false;
            listener.failed(failure);
        }
    }

    @Override
    public void close() {
        closed = true;
        if (current != null) {
            current.close();
        }
    }
}
