// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.portio.core.PortioException;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.Companion;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.internal.protocol.Errors;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.server.ServerException;
import org.portio.server.TemporaryServers;

/** Handles requests. Every request gets an answer. */
final class Desk {

    private static final long LONGEST_WAIT = Duration.ofMinutes(10).toMillis();

    private final Reservations reservations;
    private final TemporaryServers servers;
    private final Map<String, Companion.Stay> companions;
    private final OpenRuns runs;
    private final Hello hello;
    private final KeeperLog log;
    private final Instant since = Instant.now();

    Desk(
            Reservations reservations,
            TemporaryServers servers,
            Map<String, Companion.Stay> companions,
            Hello hello,
            KeeperLog log) {
        this.reservations = reservations;
        this.servers = servers;
        this.companions = companions;
        this.runs = new OpenRuns(companions.values());
        this.hello = hello;
        this.log = log;
    }

    Hello hello() {
        return hello;
    }

    Reservations reservations() {
        return reservations;
    }

    JsonObject answer(JsonFields request) {
        try {
            String name = request.text("request");
            if (name.equals("companion")) {
                return ofCompanion(request.text("name"), request.text("question"));
            }
            return name.startsWith("servers.") ? ofServers(name, request) : ofReservations(name, request);
        } catch (PortioException e) {
            return Errors.of(e);
        } catch (IllegalArgumentException e) {
            return Errors.misunderstood(e.getMessage());
        } catch (RuntimeException e) {
            log.write("A request failed", e);
            return Errors.failed("the keeper failed (" + e + ")", "its log says more");
        } catch (OutOfMemoryError e) {
            // Without memory, the process would have ended by itself: it is a thread that could not be had.
            log.write("A request failed", e);
            return Errors.failed("the keeper has reached its limit of threads (ulimit -u): " + e.getMessage(), "");
        }
    }

    private JsonObject ofReservations(String name, JsonFields request) throws ReservationException, ServerException {
        return switch (name) {
            case "status" -> Wire.write(status());
            case "reservations.list" -> Wire.list("reservations", reservations.list(), Wire::write);
            case "reservations.reserve" ->
                Wire.write(runs.reserve(reservations, Wire.reservation(request.object("reservation"))));
            case "reservations.release" -> Wire.write(reservations.release(key(request)));
            case "reservations.retry" -> Wire.write(reservations.retry(key(request)));
            case "reservations.lend" -> {
                reservations.lend(key(request), request.constant("way", HandOver.class), receiver(request));
                yield new JsonObject();
            }
            case "reservations.handOut" -> {
                reservations.handOut(key(request), Wire.shape(request.object("shape")), receiver(request));
                yield new JsonObject();
            }
            case "reservations.recall" -> {
                reservations.recall(key(request));
                yield new JsonObject();
            }
            case "reservations.started" -> {
                reservations.started(key(request), request.number("pid"));
                yield new JsonObject();
            }
            case "reservations.awaitListener" -> Wire.write(reservations.awaitListener(key(request), limit(request)));
            case "reservations.giveBack" -> Wire.write(reservations.giveBack(key(request)));
            default -> throw new IllegalArgumentException("unknown request");
        };
    }

    private JsonObject ofServers(String name, JsonFields request) throws ServerException {
        return switch (name) {
            case "servers.list" -> Wire.list("servers", servers.list(), Wire::write);
            case "servers.start" -> Wire.write(runs.start(servers, Wire.serverRequest(request.object("server"))));
            case "servers.stop" -> Wire.write(servers.stop(Wire.port(request), Wire.protocol(request)));
            case "servers.transcript" ->
                Wire.list("transcript", servers.transcript(Wire.port(request), Wire.protocol(request)), Wire::write);
            default -> throw new IllegalArgumentException("unknown request");
        };
    }

    private JsonObject ofCompanion(String name, String question) throws PortioException {
        Companion.Stay companion = companions.get(name);
        if (companion == null) {
            throw new IllegalArgumentException("unknown companion");
        }
        return Wire.answer(
                companion.answer(question).orElseThrow(() -> new IllegalArgumentException("unknown question")));
    }

    private KeeperStatus status() throws ReservationException, ServerException {
        List<ReservationStatus> all = reservations.list();
        long held = all.stream()
                .filter(status -> status.state() == HoldState.HELD || status.state() == HoldState.LENT)
                .count();
        return new KeeperStatus(
                hello.pid(),
                hello.version(),
                since,
                all.size(),
                (int) held,
                servers.list().size());
    }

    private static PortKey key(JsonFields request) {
        return Wire.key(request.object("key"));
    }

    private static Path receiver(JsonFields request) {
        return request.has("receiver") ? Path.of(request.text("receiver")) : null;
    }

    private static Duration limit(JsonFields request) {
        return Duration.ofMillis(Math.clamp(request.number("milliseconds"), 0, LONGEST_WAIT));
    }
}
