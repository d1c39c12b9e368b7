// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/**
 * Temporary servers as clients of the keeper get them. If a server is to run on a port that the keeper itself holds,
 * the hold is lent to it and comes back when the server ends, also by itself.
 */
final class ServersOnHolds implements TemporaryServers, AutoCloseable {

    private static final Duration FOR_LISTENER = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private record Place(int port, Protocol protocol) {}

    private final TemporaryServers engine;
    private final Reservations reservations;
    private final Notes notes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isLent = lock.newCondition();
    private final Map<Place, List<PortKey>> lent = new HashMap<>();
    private final Thread looking;

    ServersOnHolds(TemporaryServers engine, Reservations reservations, Notes notes) {
        this.engine = engine;
        this.reservations = reservations;
        this.notes = notes;
        looking = Thread.ofVirtual().name("portio-lent").start(this::look);
    }

    @Override
    public List<ServerStatus> list() throws ServerException {
        return engine.list();
    }

    @Override
    public ServerStatus start(ServerRequest request) throws ServerException {
        String what =
                request.protocol() + " " + request.port() + " " + request.mode().label();
        lock.lock();
        try {
            return notes.note("start-server", what, () -> startOnHold(request), _ -> "started");
        } finally {
            lock.unlock();
        }
    }

    private ServerStatus startOnHold(ServerRequest request) throws ServerException {
        giveBackEnded();
        try {
            List<PortKey> holds = reservations.list().stream()
                    .filter(ServersOnHolds::isHeldHere)
                    .map(ReservationStatus::key)
                    .filter(key -> Overlap.of(key, request))
                    .toList();
            return holds.isEmpty() ? engine.start(request) : startOn(holds, request);
        } catch (ReservationException e) {
            throw new ServerException(e.failure(), e);
        }
    }

    private static boolean isHeldHere(ReservationStatus status) {
        return status.state() == HoldState.HELD || status.state() == HoldState.UNPROVEN;
    }

    /** The latch leaves nobody a gap, and is not for every protocol and system. */
    private ServerStatus startOn(List<PortKey> holds, ServerRequest request)
            throws ServerException, ReservationException {
        if (request.protocol() == Protocol.TCP) {
            try {
                return startOn(holds, HandOver.LATCH, request);
            } catch (ReservationException _) {
                // No latch here.
            } catch (ServerException e) {
                if (e.kind() != ServerException.Kind.CONFLICT) {
                    throw e;
                }
            }
        }
        return startOn(holds, HandOver.RELEASE, request);
    }

    private ServerStatus startOn(List<PortKey> holds, HandOver way, ServerRequest request)
            throws ServerException, ReservationException {
        Place place = new Place(request.port(), request.protocol());
        List<PortKey> given = new ArrayList<>();
        lent.put(place, given);
        boolean runs = false;
        try {
            for (PortKey hold : holds) {
                reservations.lend(hold, way, null);
                given.add(hold);
                reservations.started(hold, ProcessHandle.current().pid());
            }
            ServerStatus status = engine.start(request);
            runs = true;
            for (PortKey hold : holds) {
                reservations.awaitListener(hold, FOR_LISTENER);
            }
            isLent.signal();
            return status;
        } finally {
            if (!runs) {
                giveBack(place);
            }
        }
    }

    @Override
    public ServerStatus stop(int port, Protocol protocol) throws ServerException {
        lock.lock();
        try {
            return notes.note(
                    "stop-server",
                    protocol + " " + port,
                    () -> {
                        ServerStatus status = engine.stop(port, protocol);
                        giveBack(new Place(port, protocol));
                        return status;
                    },
                    status -> "stopped after " + status.clients() + (status.clients() == 1 ? " client" : " clients"));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<TranscriptEntry> transcript(int port, Protocol protocol) throws ServerException {
        return engine.transcript(port, protocol);
    }

    /**
     * Gives the holds of a place back; the reservations report those that were released meanwhile, or are in conflict.
     */
    private void giveBack(Place place) {
        for (PortKey hold : lent.getOrDefault(place, List.of())) {
            try {
                reservations.giveBack(hold);
            } catch (ReservationException e) {
                notes.write("give-back", hold, "failed: " + e.getMessage());
            }
        }
        lent.remove(place);
    }

    /** Servers may end by themselves, and tell nobody. */
    private void look() {
        try {
            while (true) {
                lock.lockInterruptibly();
                try {
                    while (lent.isEmpty()) {
                        isLent.await();
                    }
                    giveBackEnded();
                } catch (ServerException _) {
                    // Asked again at the next look.
                } finally {
                    lock.unlock();
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            // The keeper ends.
        }
    }

    private void giveBackEnded() throws ServerException {
        List<Place> running = engine.list().stream()
                .map(status ->
                        new Place(status.request().port(), status.request().protocol()))
                .toList();
        for (Place place : List.copyOf(lent.keySet())) {
            if (!running.contains(place)) {
                notes.write("stop-server", place.protocol() + " " + place.port(), "ended by itself");
                giveBack(place);
            }
        }
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
