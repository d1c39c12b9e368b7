// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.field.ConnectionField;
import org.portio.core.field.ConnectionFields;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** Connections as JSON, which {@code connections.schema.json} describes. */
public final class ConnectionJson {

    /** The schema, which changes when a program that reads it would have to. */
    static final int SCHEMA = 1;

    private ConnectionJson() {}

    /** Returns the beginning of each object that stands for itself. */
    static JsonObject versioned() {
        return JsonDocument.versioned(SCHEMA);
    }

    /** Returns a connection as it looks wherever it stands. */
    public static JsonObject of(Connection connection) {
        return of(connection, ConnectionFields.ALL);
    }

    /** Returns these fields of a connection alone. */
    static JsonObject of(Connection connection, List<ConnectionField<?>> fields) {
        JsonObject json = new JsonObject();
        fields.forEach(field -> json.put(field.id(), PlainValue.of(field, connection)));
        return json;
    }
}
