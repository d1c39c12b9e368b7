// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.portio.core.Protocol;
import org.portio.json.JsonArray;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperStatus;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.SocketShape;
import org.portio.reservation.Taker;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

/** The values of the protocol as JSON. Reading fails with an {@link IllegalArgumentException} that says what is wrong. */
public final class Wire {

    private static final int HIGHEST_PORT = 65535;
    private static final int LONGEST_TEXT = 8192;

    private Wire() {}

    public static JsonObject request(String name) {
        JsonObject json = new JsonObject();
        json.put("request", name);
        return json;
    }

    public static JsonObject request(String name, PortKey key) {
        JsonObject json = request(name);
        json.put("key", write(key));
        return json;
    }

    public static JsonObject request(String name, int port, Protocol protocol) {
        JsonObject json = request(name);
        json.put("port", port);
        json.put("protocol", protocol.name());
        return json;
    }

    public static JsonObject question(String companion, String question) {
        return request("companion").put("name", companion).put("question", question);
    }

    public static JsonObject answer(String text) {
        return new JsonObject().put("answer", text);
    }

    public static String answer(JsonFields fields) {
        return fields.text("answer");
    }

    public static <T> JsonObject list(String name, List<T> values, Function<T, JsonObject> writer) {
        return new JsonObject().put(name, JsonArray.of(values, writer));
    }

    public static JsonObject write(PortKey key) {
        JsonObject json = new JsonObject();
        json.put("port", key.port());
        json.put("protocol", key.protocol().name());
        json.put("address", key.address());
        return json;
    }

    public static PortKey key(JsonFields fields) {
        return new PortKey(port(fields), protocol(fields), bounded(fields, "address"));
    }

    public static int port(JsonFields fields) {
        return fields.number("port", 1, HIGHEST_PORT);
    }

    public static Protocol protocol(JsonFields fields) {
        return fields.constant("protocol", Protocol.class);
    }

    /** Nobody fills the disk by a note. */
    private static String bounded(JsonFields fields, String name) {
        String text = fields.text(name);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("'" + name + "' is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    public static JsonObject write(SocketShape shape) {
        return new JsonObject()
                .put("ipv6", shape.ipv6())
                .put("address", shape.address())
                .put("ipv6Only", shape.ipv6Only());
    }

    public static SocketShape shape(JsonFields fields) {
        return new SocketShape(fields.truth("ipv6"), bounded(fields, "address"), fields.truth("ipv6Only"));
    }

    public static JsonObject write(Reservation reservation) {
        JsonObject json = new JsonObject();
        json.put("key", write(reservation.key()));
        json.put("executable", reservation.executable());
        json.put("note", reservation.note());
        json.put("handOver", reservation.handOver().name());
        json.put("outOfEphemeralRange", reservation.outOfEphemeralRange());
        json.put("since", reservation.since().toString());
        json.put("run", reservation.run());
        return json;
    }

    public static Reservation reservation(JsonFields fields) {
        return new Reservation(
                key(fields.object("key")),
                bounded(fields, "executable"),
                bounded(fields, "note"),
                fields.constant("handOver", HandOver.class),
                fields.truth("outOfEphemeralRange"),
                fields.time("since"),
                run(fields));
    }

    private static String run(JsonFields fields) {
        return fields.has("run") ? bounded(fields, "run") : "";
    }

    public static JsonObject write(ReservationStatus status) {
        JsonObject json = new JsonObject();
        json.put("reservation", write(status.reservation()));
        json.put("state", status.state().name());
        json.put("stateSince", status.stateSince().toString());
        json.put("detail", status.detail());
        json.put("borrower", status.borrower());
        json.put("taker", status.taker().name());
        return json;
    }

    public static ReservationStatus reservationStatus(JsonFields fields) {
        return new ReservationStatus(
                reservation(fields.object("reservation")),
                fields.constant("state", HoldState.class),
                fields.time("stateSince"),
                fields.text("detail"),
                fields.number("borrower"),
                // A keeper that was started before this was known does not say.
                fields.has("taker") ? fields.constant("taker", Taker.class) : Taker.UNKNOWN);
    }

    public static JsonObject write(ServerRequest request) {
        JsonObject json = new JsonObject();
        json.put("port", request.port());
        json.put("protocol", request.protocol().name());
        json.put("mode", request.mode().name());
        json.put("address", request.address());
        if (request.duration() != null) {
            json.put("milliseconds", request.duration().toMillis());
        }
        json.put("run", request.run());
        return json;
    }

    public static ServerRequest serverRequest(JsonFields fields) {
        return new ServerRequest(
                port(fields),
                protocol(fields),
                fields.constant("mode", ServerMode.class),
                bounded(fields, "address"),
                fields.has("milliseconds") ? Duration.ofMillis(fields.number("milliseconds")) : null,
                run(fields));
    }

    public static JsonObject write(ServerStatus status) {
        JsonObject json = new JsonObject();
        json.put("server", write(status.request()));
        json.put("started", status.started().toString());
        if (status.ends() != null) {
            json.put("ends", status.ends().toString());
        }
        json.put("clients", status.clients());
        json.put("open", status.open());
        json.put("bytesReceived", status.bytesReceived());
        json.put("bytesSent", status.bytesSent());
        if (!status.caveat().isEmpty()) {
            json.put("caveat", status.caveat());
        }
        return json;
    }

    public static ServerStatus serverStatus(JsonFields fields) {
        return new ServerStatus(
                serverRequest(fields.object("server")),
                fields.time("started"),
                fields.has("ends") ? fields.time("ends") : null,
                fields.number("clients"),
                fields.number("open"),
                fields.number("bytesReceived"),
                fields.number("bytesSent"),
                fields.has("caveat") ? fields.text("caveat") : "");
    }

    public static JsonObject write(TranscriptEntry entry) {
        JsonObject json = new JsonObject();
        json.put("time", entry.time().toString());
        json.put("client", entry.client());
        json.put("text", entry.text());
        return json;
    }

    public static TranscriptEntry transcriptEntry(JsonFields fields) {
        return new TranscriptEntry(fields.time("time"), fields.text("client"), fields.text("text"));
    }

    public static JsonObject write(KeeperStatus status) {
        JsonObject json = new JsonObject();
        json.put("pid", status.pid());
        json.put("version", status.version());
        json.put("since", status.since().toString());
        json.put("reservations", status.reservations());
        json.put("held", status.held());
        json.put("servers", status.servers());
        return json;
    }

    public static KeeperStatus keeperStatus(JsonFields fields) {
        return new KeeperStatus(
                fields.number("pid"),
                fields.text("version"),
                fields.time("since"),
                fields.number("reservations", 0, Integer.MAX_VALUE),
                fields.number("held", 0, Integer.MAX_VALUE),
                fields.number("servers", 0, Integer.MAX_VALUE));
    }
}
