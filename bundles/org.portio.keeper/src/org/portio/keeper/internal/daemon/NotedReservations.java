// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.system.Subscription;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.reservation.SocketShape;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;

/** Reservations as clients of the keeper get them: what changes is noted, and the keeper's own servers are known. */
final class NotedReservations implements Reservations {

    private final Reservations engine;
    private final TemporaryServers servers;
    private final Notes notes;

    NotedReservations(Reservations engine, TemporaryServers servers, Notes notes) {
        this.engine = engine;
        this.servers = servers;
        this.notes = notes;
    }

    @Override
    public List<ReservationStatus> list() throws ReservationException {
        return engine.list();
    }

    @Override
    public ReservationStatus reserve(Reservation reservation) throws ReservationException {
        return notes.note(
                "reserve", reservation.key(), () -> reserveUnlessServed(reservation), NotedReservations::tell);
    }

    private ReservationStatus reserveUnlessServed(Reservation reservation) throws ReservationException {
        PortKey key = reservation.key();
        for (ServerStatus server : running()) {
            if (Overlap.of(key, server.request()) && !isReserved(key)) {
                throw taken(key, server.request());
            }
        }
        return engine.reserve(reservation);
    }

    private List<ServerStatus> running() throws ReservationException {
        try {
            return servers.list();
        } catch (ServerException e) {
            throw new ReservationException(e.failure(), e);
        }
    }

    /** A server on a reserved port has it lent. */
    private boolean isReserved(PortKey key) throws ReservationException {
        return engine.list().stream().anyMatch(status -> status.key().equals(key));
    }

    private static ReservationException taken(PortKey key, ServerRequest server) {
        return new ReservationException(Failure.of(
                ReservationException.Kind.CONFLICT,
                key + " is taken by PortIO's own temporary server ("
                        + server.mode().label() + ")",
                "stop it with 'portio stop-server " + key.port() + "', and reserve the port first"));
    }

    @Override
    public ReservationStatus release(PortKey key) throws ReservationException {
        return notes.note("release", key, () -> engine.release(key), before -> "released, was " + tell(before));
    }

    @Override
    public ReservationStatus retry(PortKey key) throws ReservationException {
        return engine.retry(key);
    }

    /** A hand-over is one action, and noted when it is known to whom; here only if it fails. */
    @Override
    public void lend(PortKey key, HandOver way, Path receiver) throws ReservationException {
        notes.noteFailure("hand-over", key, () -> engine.lend(key, way, receiver));
    }

    @Override
    public void handOut(PortKey key, SocketShape shape, Path receiver) throws ReservationException {
        notes.noteFailure("hand-over", key, () -> engine.handOut(key, shape, receiver));
    }

    @Override
    public void recall(PortKey key) throws ReservationException {
        engine.recall(key);
    }

    @Override
    public void started(PortKey key, long pid) throws ReservationException {
        notes.note(
                "hand-over",
                key,
                () -> {
                    engine.started(key, pid);
                    return pid;
                },
                borrower -> "lent to process " + borrower);
    }

    @Override
    public ReservationStatus awaitListener(PortKey key, Duration limit) throws ReservationException {
        return engine.awaitListener(key, limit);
    }

    @Override
    public ReservationStatus giveBack(PortKey key) throws ReservationException {
        return notes.note("give-back", key, () -> engine.giveBack(key), NotedReservations::tell);
    }

    @Override
    public Subscription watch(ReservationListener listener) {
        return engine.watch(listener);
    }

    private static String tell(ReservationStatus status) {
        return status.state().label() + (status.detail().isEmpty() ? "" : ": " + status.detail());
    }
}
