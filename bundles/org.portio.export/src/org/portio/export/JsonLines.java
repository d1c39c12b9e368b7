// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.SocketDetails;
import org.portio.core.port.PortCheck;
import org.portio.core.system.Printable;

/** JSON values that take one line each, without its end; {@code connections.schema.json} describes them. */
public final class JsonLines {

    private JsonLines() {}

    /** Returns a connection as it also stands in a document. */
    public static String connection(Connection connection) {
        return Printable.inJson(Json.of(connection).toString());
    }

    /** Returns a connection with what was asked for besides; {@code details} is null if the system tells nothing. */
    public static String connection(Connection connection, Optional<SocketDetails> details) {
        JsonObject json = Json.of(connection);
        json.add("details", JsonDetails.of(details));
        return Printable.inJson(json.toString());
    }

    /** Returns an event; {@code before} has what can differ, and is null unless the connection changed. */
    public static String event(ConnectionEvent event) {
        JsonObject json = Json.versioned();
        json.addProperty("event", event.kind().label());
        json.addProperty("time", event.time().toString());
        json.add("before", before(event.before()));
        json.add("connection", Json.of(event.connection()));
        return Printable.inJson(json.toString());
    }

    /** Returns the answer to whether a port is in use. */
    public static String portCheck(PortCheck portCheck) {
        JsonObject json = Json.versioned();
        json.addProperty("port", portCheck.port());
        json.addProperty("inUse", portCheck.inUse());
        json.add(
                "checks",
                Json.array(portCheck.checks().stream().map(JsonLines::check).toList()));
        return Printable.inJson(json.toString());
    }

    private static JsonElement before(Connection connection) {
        if (connection == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject json = new JsonObject();
        json.add("state", Json.value(ConnectionField.state(connection)));
        json.add("pids", Json.value(ConnectionField.pids(connection)));
        return json;
    }

    private static JsonObject check(PortCheck.Check check) {
        JsonObject json = new JsonObject();
        json.addProperty("protocol", check.protocol().label());
        json.addProperty("family", check.family().label());
        json.addProperty("inUse", check.inUse());
        json.addProperty("evidence", check.evidence().label());
        json.addProperty("explanation", check.explanation());
        json.add(
                "connections",
                Json.array(check.connections().stream().map(Json::of).toList()));
        return json;
    }
}
