// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * An object of JSON that is exactly as expected: wherever it is not, an {@link IllegalArgumentException} says what is
 * wrong, and repeats nothing of the text.
 */
final class StrictJson {

    private static final Gson STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private final JsonObject json;

    private StrictJson(JsonObject json) {
        this.json = json;
    }

    /** Creates one from a text with one object and nothing else, by RFC 8259. */
    static StrictJson parse(String text) {
        try {
            JsonElement element = STRICT.fromJson(text, JsonElement.class);
            if (element == null) {
                throw new IllegalArgumentException("it is empty");
            }
            return of(element);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("this is not JSON", e);
        }
    }

    private static StrictJson of(JsonElement element) {
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException("this is not a JSON object");
        }
        return new StrictJson(element.getAsJsonObject());
    }

    /** Returns all of these properties, and no other. */
    StrictJson withExactly(String... names) {
        if (!json.keySet().equals(Set.of(names))) {
            throw new IllegalArgumentException("it needs exactly the properties " + String.join(", ", names));
        }
        return this;
    }

    boolean has(String name) {
        return json.has(name);
    }

    boolean isNull(String name) {
        return json.has(name) && json.get(name).isJsonNull();
    }

    String text(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isString()) {
            throw wrong(name, "a text");
        }
        return value.getAsString();
    }

    boolean truth(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return value.getAsBoolean();
    }

    /** Returns a whole number. */
    long number(String name) {
        JsonPrimitive value = primitive(name);
        // The length first: a number of a few letters can stand for one of a billion digits.
        if (!value.isNumber() || !value.getAsString().matches("-?\\d{1,18}")) {
            throw wrong(name, "a whole number");
        }
        return Long.parseLong(value.getAsString());
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "one of " + List.of(type.getEnumConstants()));
    }

    /** Returns a list of objects. */
    <T> List<T> objects(String name, Function<StrictJson, T> reader) {
        return array(name).asList().stream().map(StrictJson::of).map(reader).toList();
    }

    /** Returns a list of texts. */
    List<String> texts(String name) {
        return array(name).asList().stream()
                .map(element -> {
                    if (!element.isJsonPrimitive()
                            || !element.getAsJsonPrimitive().isString()) {
                        throw wrong(name, "a list of texts");
                    }
                    return element.getAsString();
                })
                .toList();
    }

    private JsonArray array(String name) {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonArray()) {
            throw wrong(name, "a list");
        }
        return value.getAsJsonArray();
    }

    private JsonPrimitive primitive(String name) {
        JsonElement value = json.get(name);
        if (value == null || !value.isJsonPrimitive()) {
            throw wrong(name, "a value");
        }
        return value.getAsJsonPrimitive();
    }

    private static IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("'" + name + "' is not " + expected);
    }
}
