// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.Failure;
import org.portio.core.system.Subscription;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.reservation.SocketShape;

/** The reservations of the keeper. */
@Component(service = Reservations.class)
public final class RemoteReservations implements Reservations {

    private final KeeperLink link;

    @Activate
    public RemoteReservations(@Reference KeeperLink link) {
        this.link = link;
    }

    @Override
    public List<ReservationStatus> list() throws ReservationException {
        return askWhereAny(
                        Wire.request("reservations.list"),
                        answer -> answer.objects("reservations", Wire::reservationStatus))
                .orElse(List.of());
    }

    @Override
    public ReservationStatus reserve(Reservation reservation) throws ReservationException {
        JsonObject request = Wire.request("reservations.reserve");
        request.put("reservation", Wire.write(reservation));
        return ask(request, KeeperConnection.PATIENCE, Wire::reservationStatus);
    }

    @Override
    public ReservationStatus release(PortKey key) throws ReservationException {
        return about("reservations.release", key);
    }

    @Override
    public ReservationStatus retry(PortKey key) throws ReservationException {
        return about("reservations.retry", key);
    }

    @Override
    public void lend(PortKey key, HandOver way, Path receiver) throws ReservationException {
        JsonObject request = Wire.request("reservations.lend", key);
        request.put("way", way.name());
        if (receiver != null) {
            request.put("receiver", receiver.toAbsolutePath().toString());
        }
        about(request, key, Function.identity());
    }

    @Override
    public void handOut(PortKey key, SocketShape shape, Path receiver) throws ReservationException {
        JsonObject request = Wire.request("reservations.handOut", key);
        request.put("shape", Wire.write(shape));
        request.put("receiver", receiver.toAbsolutePath().toString());
        about(request, key, Function.identity());
    }

    @Override
    public void recall(PortKey key) throws ReservationException {
        about(Wire.request("reservations.recall", key), key, Function.identity());
    }

    @Override
    public void started(PortKey key, long pid) throws ReservationException {
        JsonObject request = Wire.request("reservations.started", key);
        request.put("pid", pid);
        about(request, key, Function.identity());
    }

    @Override
    public ReservationStatus awaitListener(PortKey key, Duration limit) throws ReservationException {
        JsonObject request = Wire.request("reservations.awaitListener", key);
        request.put("milliseconds", limit.toMillis());
        return ask(request, limit.plus(KeeperConnection.PATIENCE), Wire::reservationStatus);
    }

    @Override
    public ReservationStatus giveBack(PortKey key) throws ReservationException {
        return about("reservations.giveBack", key);
    }

    @Override
    public Subscription watch(ReservationListener listener) {
        return ReservationWatch.start(link, listener);
    }

    private ReservationStatus about(String request, PortKey key) throws ReservationException {
        return about(Wire.request(request, key), key, Wire::reservationStatus);
    }

    private <T> T about(JsonObject request, PortKey key, Function<JsonFields, T> reader) throws ReservationException {
        return askWhereAny(request, reader)
                .orElseThrow(() -> new ReservationException(
                        Failure.of(ReservationException.Kind.NOT_FOUND, key + " is not reserved")));
    }

    /** A keeper is started only for reservations that there are. */
    private <T> Optional<T> askWhereAny(JsonObject request, Function<JsonFields, T> reader)
            throws ReservationException {
        try {
            Optional<T> answer = link.askIfRunning(request, reader);
            return answer.isEmpty() && link.hasReservations()
                    ? Optional.of(link.ask(request, KeeperConnection.PATIENCE, reader))
                    : answer;
        } catch (KeeperException e) {
            throw new ReservationException(e.failure(), e);
        }
    }

    private <T> T ask(JsonObject request, Duration patience, Function<JsonFields, T> reader)
            throws ReservationException {
        try {
            return link.ask(request, patience, reader);
        } catch (KeeperException e) {
            throw new ReservationException(e.failure(), e);
        }
    }
}
