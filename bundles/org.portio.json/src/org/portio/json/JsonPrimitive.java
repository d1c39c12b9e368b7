// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.util.regex.Pattern;
import org.portio.json.internal.JsonText;

/**
 * A text, a number, true or false.
 *
 * @param text what a text says; a number, true or false as it is written
 */
public record JsonPrimitive(Kind kind, String text) implements JsonValue {

    /** The type of a primitive value. */
    public enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** A number of a few characters can stand for one of a billion digits. */
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    public static JsonPrimitive of(String text) {
        return new JsonPrimitive(Kind.TEXT, text);
    }

    public static JsonPrimitive of(Number number) {
        return new JsonPrimitive(Kind.NUMBER, number.toString());
    }

    public static JsonPrimitive of(boolean truth) {
        return new JsonPrimitive(Kind.BOOLEAN, String.valueOf(truth));
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isBoolean() {
        return kind == Kind.BOOLEAN;
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public long asLong() {
        if (!WHOLE.matcher(text).matches()) {
            throw new JsonException("this is not a whole number");
        }
        return Long.parseLong(text);
    }

    @Override
    public String toString() {
        return JsonText.of(this);
    }
}
