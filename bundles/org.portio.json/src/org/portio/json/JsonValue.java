// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.util.Collection;

/**
 * A value of JSON. {@link Object#toString} gives its text on one line, with nulls and without blanks; two values are equal
 * if they say the same, whatever the order of the properties.
 */
public sealed interface JsonValue permits JsonObject, JsonArray, JsonPrimitive, JsonNull {

    /** Returns the value for a Java object: itself, null, truth, number or list; everything else becomes its text. */
    static JsonValue of(Object value) {
        // Not a switch: for its patterns, Java makes a class at each start.
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean truth) {
            return JsonPrimitive.of(truth);
        }
        if (value instanceof Number number) {
            return JsonPrimitive.of(number);
        }
        return value instanceof Collection<?> list ? JsonArray.of(list) : JsonPrimitive.of(value.toString());
    }

    /** Returns a value that later changes to this one do not reach. */
    default JsonValue copy() {
        return this;
    }

    default boolean isObject() {
        return this instanceof JsonObject;
    }

    default boolean isArray() {
        return this instanceof JsonArray;
    }

    /** Returns whether it is a text, a number, true or false. */
    default boolean isPrimitive() {
        return this instanceof JsonPrimitive;
    }

    default boolean isNull() {
        return this == JsonNull.INSTANCE;
    }

    /** Returns it as an object, or fails with a {@link JsonException}. */
    default JsonObject asObject() {
        throw new JsonException("this is not a JSON object");
    }

    /** Returns it as an array, or fails with a {@link JsonException}. */
    default JsonArray asArray() {
        throw new JsonException("this is not a list");
    }

    /** Returns a text as it is, and a number, true or false as it is written, or fails with a {@link JsonException}. */
    default String asText() {
        throw new JsonException("this is not a string");
    }

    /** Returns a whole number, also one that is written as a text, or fails with a {@link JsonException}. */
    default long asLong() {
        throw new JsonException("this is not a number");
    }

    /** Returns a whole number that is an {@code int}, also one that is written as a text. */
    default int asInt() {
        long number = asLong();
        if (number != (int) number) {
            throw new JsonException("this number is too large");
        }
        return (int) number;
    }
}
