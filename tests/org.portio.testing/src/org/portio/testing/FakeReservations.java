// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.portio.core.Failure;
import org.portio.core.system.Subscription;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.reservation.SocketShape;

/** Reservations without sockets: what is reserved is held, unless the test says otherwise. */
public final class FakeReservations implements Reservations {

    private final Map<PortKey, ReservationStatus> all = new TreeMap<>();
    private final List<ReservationListener> listeners = new CopyOnWriteArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final Map<PortKey, ReservationException> failing = new TreeMap<>();
    private ReservationException failure;
    private HoldState outcome = HoldState.HELD;
    private String outcomeDetail = "";

    /** Makes each following call fail; null for none. */
    public synchronized void failWith(ReservationException newFailure) {
        failure = newFailure;
    }

    /** Makes each following call about this port fail. */
    public synchronized void failFor(PortKey key, ReservationException newFailure) {
        failing.put(key, newFailure);
    }

    /** Gives new reservations this state from now on. */
    public synchronized void answerWith(HoldState state, String detail) {
        outcome = state;
        outcomeDetail = detail;
    }

    /** Returns the calls so far, such as {@code release TCP 8080}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** Gives a reservation this state. */
    public synchronized void put(ReservationStatus status) {
        all.put(status.key(), status);
        tell();
    }

    @Override
    public synchronized List<ReservationStatus> list() throws ReservationException {
        called("list", null);
        return List.copyOf(all.values());
    }

    @Override
    public synchronized ReservationStatus reserve(Reservation reservation) throws ReservationException {
        called("reserve", reservation.key());
        return set(reservation, outcome, outcomeDetail, 0);
    }

    @Override
    public synchronized ReservationStatus release(PortKey key) throws ReservationException {
        called("release", key);
        ReservationStatus status = existing(key);
        all.remove(key);
        tell();
        return status;
    }

    @Override
    public synchronized ReservationStatus retry(PortKey key) throws ReservationException {
        called("retry", key);
        return set(existing(key).reservation(), HoldState.HELD, "", 0);
    }

    @Override
    public synchronized void lend(PortKey key, HandOver way, Path receiver) throws ReservationException {
        called("lend by " + way.label(), key);
        set(existing(key).reservation(), HoldState.LENT, "", 0);
    }

    @Override
    public synchronized void handOut(PortKey key, SocketShape shape, Path receiver) throws ReservationException {
        called("handOut", key);
    }

    @Override
    public synchronized void recall(PortKey key) throws ReservationException {
        called("recall", key);
    }

    @Override
    public synchronized void started(PortKey key, long pid) throws ReservationException {
        called("started", key);
        set(existing(key).reservation(), HoldState.LENT, "PID " + pid, pid);
    }

    @Override
    public synchronized ReservationStatus awaitListener(PortKey key, Duration limit) throws ReservationException {
        called("awaitListener", key);
        return existing(key);
    }

    @Override
    public synchronized ReservationStatus giveBack(PortKey key) throws ReservationException {
        called("giveBack", key);
        return set(existing(key).reservation(), HoldState.HELD, "", 0);
    }

    @Override
    public synchronized Subscription watch(ReservationListener listener) {
        listeners.add(listener);
        listener.changed(List.copyOf(all.values()));
        return () -> listeners.remove(listener);
    }

    private void called(String what, PortKey key) throws ReservationException {
        calls.add(key == null ? what : what + " " + key);
        ReservationException thrown = key == null ? failure : failing.getOrDefault(key, failure);
        if (thrown != null) {
            throw thrown;
        }
    }

    private ReservationStatus existing(PortKey key) throws ReservationException {
        ReservationStatus status = all.get(key);
        if (status == null) {
            throw new ReservationException(Failure.of(ReservationException.Kind.NOT_FOUND, key + " is not reserved"));
        }
        return status;
    }

    private ReservationStatus set(Reservation reservation, HoldState state, String detail, long borrower) {
        ReservationStatus status = new ReservationStatus(reservation, state, Instant.now(), detail, borrower);
        all.put(status.key(), status);
        tell();
        return status;
    }

    private void tell() {
        listeners.forEach(listener -> listener.changed(List.copyOf(all.values())));
    }
}
