// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.util.function.Consumer;
import org.portio.json.internal.JsonParser;

/** Reads values of JSON from text. */
public final class Json {

    private Json() {}

    /**
     * Reads a text of one value and nothing else, by RFC 8259.
     *
     * @throws JsonException if it is not such a text, or an object in it has a name twice
     */
    public static JsonValue parse(String text) {
        return JsonParser.strict(text, name -> {
            throw new JsonException("'" + name + "' appears twice");
        });
    }

    /**
     * Reads a text that people may have written by hand.
     *
     * @param problems takes what is not in the result as it is in the text
     * @throws JsonException if it makes no sense
     */
    public static JsonValue parse(String text, Consumer<String> problems) {
        Consumer<String> twice = name -> problems.accept("'" + name + "' appears twice");
        try {
            return JsonParser.strict(text, twice);
        } catch (JsonException e) {
            problems.accept("it is not strictly valid JSON: " + e.getMessage());
            return JsonParser.lenient(text);
        }
    }
}
