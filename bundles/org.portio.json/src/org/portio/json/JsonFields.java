// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The properties of an object, read strictly: if one is missing or not as expected, a {@link JsonException} names it by its
 * path, such as {@code rules[2].tag}, and repeats nothing of the text. Properties that nobody asks for are passed over,
 * unless {@link #withExactly} forbids them.
 */
public final class JsonFields {

    private final JsonObject json;
    /** The path of this object in the document; empty for the document itself. */
    private final String path;

    private JsonFields(JsonObject json, String path) {
        this.json = json;
        this.path = path;
    }

    /** Reads a text of one object and nothing else, by RFC 8259. */
    public static JsonFields parse(String text) {
        JsonValue value;
        try {
            value = Json.parse(text);
        } catch (JsonException e) {
            throw new JsonException("this is not JSON", e);
        }
        return of(value.asObject());
    }

    public static JsonFields of(JsonObject json) {
        return new JsonFields(json, "");
    }

    /** Demands all of these properties, and no other. */
    public JsonFields withExactly(String... names) {
        if (!json.names().equals(Set.of(names))) {
            String what = path.isEmpty() ? "it" : "'" + path + "'";
            throw new JsonException(what + " needs exactly the properties " + String.join(", ", names));
        }
        return this;
    }

    public boolean has(String name) {
        return json.has(name);
    }

    public boolean isNull(String name) {
        return json.has(name) && json.get(name).isNull();
    }

    public String text(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isText()) {
            throw wrong(name, "a string");
        }
        return value.text();
    }

    public boolean truth(String name) {
        JsonPrimitive value = primitive(name);
        if (!value.isBoolean()) {
            throw wrong(name, "true or false");
        }
        return Boolean.parseBoolean(value.text());
    }

    /** Returns a whole number of at most 18 digits. */
    public long number(String name) {
        JsonPrimitive value = primitive(name);
        try {
            if (value.isNumber()) {
                return value.asLong();
            }
        } catch (JsonException _) {
            // Told below with its name.
        }
        throw wrong(name, "a whole number");
    }

    public int number(String name, int least, int most) {
        long number = number(name);
        if (number < least || number > most) {
            throw wrong(name, "a number from " + least + " to " + most);
        }
        return (int) number;
    }

    public Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException _) {
            throw wrong(name, "a time");
        }
    }

    /** Returns the constant with this name. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "one of " + List.of(type.getEnumConstants()));
    }

    public JsonFields object(String name) {
        if (json.get(name) instanceof JsonObject object) {
            return new JsonFields(object, path(name));
        }
        throw wrong(name, "an object");
    }

    /** Returns a list of objects, each as the reader reads it. */
    public <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> objects = new ArrayList<>();
        for (JsonValue value : array(name)) {
            String item = name + "[" + objects.size() + "]";
            if (!(value instanceof JsonObject object)) {
                throw wrong(item, "an object");
            }
            objects.add(reader.apply(new JsonFields(object, path(item))));
        }
        return List.copyOf(objects);
    }

    /** Returns a list of texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonPrimitive text && text.isText())) {
                throw wrong(name, "a list of strings");
            }
            texts.add(value.asText());
        }
        return List.copyOf(texts);
    }

    /** Returns a list of whole numbers of at most 18 digits each. */
    public List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonPrimitive number && number.isNumber())) {
                throw wrong(name, "a list of numbers");
            }
            try {
                numbers.add(value.asLong());
            } catch (JsonException _) {
                throw wrong(name, "a list of whole numbers");
            }
        }
        return List.copyOf(numbers);
    }

    /** Returns the failure for a property that is not as expected, for readers with rules of their own. */
    public JsonException wrong(String name, String expected) {
        return new JsonException("'" + path(name) + "' is not " + expected);
    }

    private JsonArray array(String name) {
        if (json.get(name) instanceof JsonArray array) {
            return array;
        }
        throw wrong(name, "a list");
    }

    private JsonPrimitive primitive(String name) {
        if (json.get(name) instanceof JsonPrimitive value) {
            return value;
        }
        throw wrong(name, "a value");
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
