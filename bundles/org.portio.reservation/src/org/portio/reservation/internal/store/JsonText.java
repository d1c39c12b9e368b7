// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.function.Consumer;

/** Reads JSON so that nothing in it is dropped without a word: Gson itself keeps the last of two equal keys. */
final class JsonText {

    private final JsonReader reader;
    private final Consumer<String> problems;

    private JsonText(String text, Consumer<String> problems) {
        this.problems = problems;
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    /**
     * Reads a document; an unchecked exception tells that it makes no sense.
     *
     * @param problems is told of what is not in the result as it is in the text
     */
    static JsonElement parse(String text, Consumer<String> problems) {
        try {
            return new JsonText(text, problems).document();
        } catch (IOException | RuntimeException e) {
            problems.accept("it is not JSON to the letter: " + reason(e));
            return lenient(text);
        }
    }

    /** As people write it by hand, with comments or without quotation marks, or with half a character in a text. */
    private static JsonElement lenient(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException e) {
            throw new IllegalArgumentException(reason(e), e);
        }
    }

    private JsonElement document() throws IOException {
        JsonElement element = value();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new IOException("more follows its end");
        }
        return element;
    }

    /** Gson allows only some hundred levels, which is what ends this. */
    private JsonElement value() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(reader));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new IOException("it ends too early");
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                problems.accept("'" + name + "' stands there twice");
            }
            object.add(name, value());
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

    /** Returns the first line of what Gson says, without its classes and paths. */
    private static String reason(Exception failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return message.replaceFirst("^[\\w.]+Exception: ", "").replaceFirst(" path \\$.*", "");
    }
}
