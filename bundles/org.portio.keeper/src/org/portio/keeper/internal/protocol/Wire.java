// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.portio.core.Protocol;
import org.portio.keeper.KeeperStatus;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
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
        json.addProperty("request", name);
        return json;
    }

    public static JsonObject request(String name, PortKey key) {
        JsonObject json = request(name);
        json.add("key", write(key));
        return json;
    }

    public static JsonObject request(String name, int port, Protocol protocol) {
        JsonObject json = request(name);
        json.addProperty("port", port);
        json.addProperty("protocol", protocol.name());
        return json;
    }

    public static <T> JsonObject list(String name, List<T> values, Function<T, JsonObject> writer) {
        JsonArray array = new JsonArray(values.size());
        values.forEach(value -> array.add(writer.apply(value)));
        JsonObject json = new JsonObject();
        json.add(name, array);
        return json;
    }

    public static JsonObject write(PortKey key) {
        JsonObject json = new JsonObject();
        json.addProperty("port", key.port());
        json.addProperty("protocol", key.protocol().name());
        json.addProperty("address", key.address());
        return json;
    }

    public static PortKey key(Fields fields) {
        return new PortKey(port(fields), protocol(fields), bounded(fields, "address"));
    }

    public static int port(Fields fields) {
        return fields.number("port", 1, HIGHEST_PORT);
    }

    public static Protocol protocol(Fields fields) {
        return fields.constant("protocol", Protocol.class);
    }

    /** Nobody fills the disk by a note. */
    private static String bounded(Fields fields, String name) {
        String text = fields.text(name);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("'" + name + "' is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    public static JsonObject write(Reservation reservation) {
        JsonObject json = new JsonObject();
        json.add("key", write(reservation.key()));
        json.addProperty("executable", reservation.executable());
        json.addProperty("note", reservation.note());
        json.addProperty("handOver", reservation.handOver().name());
        json.addProperty("outOfEphemeralRange", reservation.outOfEphemeralRange());
        json.addProperty("since", reservation.since().toString());
        return json;
    }

    public static Reservation reservation(Fields fields) {
        return new Reservation(
                key(fields.object("key")),
                bounded(fields, "executable"),
                bounded(fields, "note"),
                fields.constant("handOver", HandOver.class),
                fields.truth("outOfEphemeralRange"),
                fields.time("since"));
    }

    public static JsonObject write(ReservationStatus status) {
        JsonObject json = new JsonObject();
        json.add("reservation", write(status.reservation()));
        json.addProperty("state", status.state().name());
        json.addProperty("stateSince", status.stateSince().toString());
        json.addProperty("detail", status.detail());
        json.addProperty("borrower", status.borrower());
        json.addProperty("taker", status.taker().name());
        return json;
    }

    public static ReservationStatus reservationStatus(Fields fields) {
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
        json.addProperty("port", request.port());
        json.addProperty("protocol", request.protocol().name());
        json.addProperty("mode", request.mode().name());
        json.addProperty("address", request.address());
        if (request.duration() != null) {
            json.addProperty("milliseconds", request.duration().toMillis());
        }
        return json;
    }

    public static ServerRequest serverRequest(Fields fields) {
        return new ServerRequest(
                port(fields),
                protocol(fields),
                fields.constant("mode", ServerMode.class),
                bounded(fields, "address"),
                fields.has("milliseconds") ? Duration.ofMillis(fields.number("milliseconds")) : null);
    }

    public static JsonObject write(ServerStatus status) {
        JsonObject json = new JsonObject();
        json.add("server", write(status.request()));
        json.addProperty("started", status.started().toString());
        if (status.ends() != null) {
            json.addProperty("ends", status.ends().toString());
        }
        json.addProperty("clients", status.clients());
        json.addProperty("open", status.open());
        json.addProperty("bytesReceived", status.bytesReceived());
        json.addProperty("bytesSent", status.bytesSent());
        return json;
    }

    public static ServerStatus serverStatus(Fields fields) {
        return new ServerStatus(
                serverRequest(fields.object("server")),
                fields.time("started"),
                fields.has("ends") ? fields.time("ends") : null,
                fields.number("clients"),
                fields.number("open"),
                fields.number("bytesReceived"),
                fields.number("bytesSent"));
    }

    public static JsonObject write(TranscriptEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("time", entry.time().toString());
        json.addProperty("client", entry.client());
        json.addProperty("text", entry.text());
        return json;
    }

    public static TranscriptEntry transcriptEntry(Fields fields) {
        return new TranscriptEntry(fields.time("time"), fields.text("client"), fields.text("text"));
    }

    public static JsonObject write(KeeperStatus status) {
        JsonObject json = new JsonObject();
        json.addProperty("pid", status.pid());
        json.addProperty("version", status.version());
        json.addProperty("since", status.since().toString());
        json.addProperty("reservations", status.reservations());
        json.addProperty("held", status.held());
        json.addProperty("servers", status.servers());
        return json;
    }

    public static KeeperStatus keeperStatus(Fields fields) {
        return new KeeperStatus(
                fields.number("pid"),
                fields.text("version"),
                fields.time("since"),
                fields.number("reservations", 0, Integer.MAX_VALUE),
                fields.number("held", 0, Integer.MAX_VALUE),
                fields.number("servers", 0, Integer.MAX_VALUE));
    }
}
