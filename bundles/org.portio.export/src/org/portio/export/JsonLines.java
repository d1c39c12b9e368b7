// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.core.field.ConnectionFields.Listed;
import org.portio.core.port.PortCheck;
import org.portio.core.system.Printable;
import org.portio.json.JsonArray;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** JSON values that take one line each, without its end; {@code connections.schema.json} describes them. */
public final class JsonLines {

    private JsonLines() {}

    /** Returns a connection as it also stands in a document. */
    public static String connection(Connection connection) {
        return Printable.inJson(ConnectionJson.of(connection).toString());
    }

    /** Returns these fields of a connection alone. */
    public static String connection(Connection connection, List<ConnectionField<?>> fields) {
        return Printable.inJson(ConnectionJson.of(connection, fields).toString());
    }

    /** Returns a connection with what was asked for besides; {@code details} is null if the system tells nothing. */
    public static String connection(Connection connection, ConnectionDetails details) {
        JsonObject json = ConnectionJson.of(connection);
        json.put("details", JsonDetails.of(details.socket()));
        json.put("recognized", JsonDetails.recognized(details.owners()));
        return Printable.inJson(json.toString());
    }

    /** Returns an event; {@code before} has what can differ, and is null unless the connection changed. */
    public static String event(ConnectionEvent event) {
        JsonObject json = ConnectionJson.versioned();
        json.put("event", event.kind().label());
        json.put("time", event.time().toString());
        json.put("before", before(event.before()));
        json.put("connection", ConnectionJson.of(event.connection()));
        return Printable.inJson(json.toString());
    }

    /** Returns the answer to whether a port is in use. */
    public static String portCheck(PortCheck portCheck) {
        JsonObject json = ConnectionJson.versioned();
        json.put("port", portCheck.port());
        json.put("inUse", portCheck.inUse());
        json.put("checks", JsonArray.of(portCheck.checks(), JsonLines::check));
        return Printable.inJson(json.toString());
    }

    private static JsonValue before(Connection connection) {
        if (connection == null) {
            return JsonNull.INSTANCE;
        }
        JsonObject json = new JsonObject();
        json.put("state", JsonValue.of(PlainValue.of(Listed.STATE, connection)));
        json.put("pids", JsonValue.of(PlainValue.of(ConnectionFields.PIDS, connection)));
        return json;
    }

    private static JsonObject check(PortCheck.Check check) {
        JsonObject json = new JsonObject();
        json.put("protocol", check.protocol().label());
        json.put("family", check.family().label());
        json.put("inUse", check.inUse());
        json.put("evidence", check.evidence().label());
        json.put("explanation", check.explanation());
        json.put("connections", JsonArray.of(check.connections(), ConnectionJson::of));
        return json;
    }
}
