// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The properties of an object of JSON. Wherever one is not as expected, an {@link IllegalArgumentException} says which,
 * and repeats nothing of the text; properties that nobody asks for are passed over.
 */
public record Fields(JsonObject json) {

    private static final Gson STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** Creates one from a text with one object and nothing else, by RFC 8259. */
    public static Fields parse(String text) {
        try {
            return of(STRICT.fromJson(text, JsonElement.class));
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("this is not JSON", e);
        }
    }

    static Fields of(JsonElement element) {
        if (element == null || !element.isJsonObject()) {
            throw new IllegalArgumentException("this is not a JSON object");
        }
        return new Fields(element.getAsJsonObject());
    }

    public boolean has(String name) {
        return json.has(name);
    }

    public String text(String name) {
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

    public long number(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isNumber() || !value.getAsString().matches("-?\\d{1,18}")) {
            throw wrong(name, "a whole number");
        }
        return Long.parseLong(value.getAsString());
    }

    public int number(String name, int least, int most) {
        long number = number(name);
        if (number < least || number > most) {
            throw wrong(name, "a number from " + least + " to " + most);
        }
        return (int) number;
    }

    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + name + "' is not a time", e);
        }
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "one of " + List.of(type.getEnumConstants()));
    }

    public Fields object(String name) {
        if (!json.has(name) || !json.get(name).isJsonObject()) {
            throw wrong(name, "an object");
        }
        return new Fields(json.getAsJsonObject(name));
    }

    public <T> List<T> objects(String name, Function<Fields, T> reader) {
        if (!json.has(name) || !json.get(name).isJsonArray()) {
            throw wrong(name, "a list");
        }
        return json.getAsJsonArray(name).asList().stream()
                .map(Fields::of)
                .map(reader)
                .toList();
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
