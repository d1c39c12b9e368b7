// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import org.portio.core.Connection;

/** What PortIO's JSON is made of. The text of these objects is compact and has its nulls written out. */
final class Json {

    /** Version of all of PortIO's JSON. It changes when a program that reads it would have to. */
    static final int SCHEMA = 1;

    private Json() {}

    /** Returns an object that begins with the version, as each that stands for itself does. */
    static JsonObject versioned() {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        return json;
    }

    /** Returns how a connection looks wherever it stands. */
    static JsonObject of(Connection connection) {
        JsonObject json = new JsonObject();
        ConnectionField.ALL.forEach(field -> json.add(field.name(), value(field.of(connection))));
        return json;
    }

    static JsonElement value(Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Boolean truth -> new JsonPrimitive(truth);
            case Number number -> new JsonPrimitive(number);
            case List<?> list -> array(list.stream().map(Json::value).toList());
            default -> new JsonPrimitive(value.toString());
        };
    }

    static JsonArray array(List<? extends JsonElement> elements) {
        JsonArray array = new JsonArray(elements.size());
        elements.forEach(array::add);
        return array;
    }
}
