// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portio.json.internal.JsonText;

/** A list of values. */
public final class JsonArray implements JsonValue, Iterable<JsonValue> {

    private final List<JsonValue> values;

    public JsonArray() {
        this(new ArrayList<>());
    }

    private JsonArray(List<JsonValue> values) {
        this.values = values;
    }

    /** Returns an array of these, each as {@link JsonValue#of} makes it. */
    public static JsonArray of(Collection<?> values) {
        return of(values, JsonValue::of);
    }

    /** Returns an array of what the writer makes of each of these. */
    public static <T> JsonArray of(Collection<T> values, Function<? super T, ? extends JsonValue> writer) {
        JsonArray array = new JsonArray(new ArrayList<>(values.size()));
        values.forEach(value -> array.values.add(writer.apply(value)));
        return array;
    }

    /** Adds a value at the end, as {@link JsonValue#of} makes it. */
    public JsonArray add(Object value) {
        values.add(JsonValue.of(value));
        return this;
    }

    /** Puts a value in the place of another one. */
    public void set(int index, JsonValue value) {
        values.set(index, value);
    }

    public JsonValue get(int index) {
        return values.get(index);
    }

    public int size() {
        return values.size();
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Stream<JsonValue> stream() {
        return values.stream();
    }

    @Override
    public Iterator<JsonValue> iterator() {
        return Collections.unmodifiableList(values).iterator();
    }

    @Override
    public JsonArray asArray() {
        return this;
    }

    @Override
    public JsonArray copy() {
        return of(values, JsonValue::copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonArray array && values.equals(array.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.of(this);
    }
}
