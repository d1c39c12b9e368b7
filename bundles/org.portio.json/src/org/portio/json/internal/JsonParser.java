// SPDX-License-Identifier: EPL-2.0
package org.portio.json.internal;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Consumer;
import org.portio.json.JsonArray;
import org.portio.json.JsonException;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonPrimitive.Kind;
import org.portio.json.JsonValue;

/** Makes values from text, such that nothing in the text is dropped without a word. */
public final class JsonParser {

    private final JsonReader reader;
    /** Takes names that an object has twice; the last value counts. */
    private final Consumer<String> twice;

    private JsonParser(String text, Strictness strictness, Consumer<String> twice) {
        this.twice = twice;
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(strictness);
    }

    /** Parses JSON to the letter of RFC 8259. */
    public static JsonValue strict(String text, Consumer<String> twice) {
        return new JsonParser(text, Strictness.STRICT, twice).document();
    }

    /** Parses JSON as people write it by hand: with comments, without quotation marks, with half a character in a text. */
    public static JsonValue lenient(String text) {
        return new JsonParser(text, Strictness.LENIENT, _ -> {
                    // What is not JSON has no rule for it.
                })
                .document();
    }

    private JsonValue document() {
        try {
            JsonValue value = value();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonException("more text follows its end");
            }
            return value;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new JsonException(reason(e), e);
        }
    }

    /** The library allows only some hundred levels, which is what ends the recursion. */
    private JsonValue value() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> JsonPrimitive.of(reader.nextString());
            case NUMBER -> new JsonPrimitive(Kind.NUMBER, reader.nextString());
            case BOOLEAN -> JsonPrimitive.of(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new JsonException("it ends prematurely");
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                twice.accept(name);
            }
            object.put(name, value());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }

    /** Returns the first line of what the library says, without its classes and paths. */
    private static String reason(Exception failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return message.replaceFirst("^[\\w.]+Exception: ", "").replaceFirst(" path \\$.*", "");
    }
}
