// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.portio.json.internal.JsonText;

/** Properties by name, in the order in which they were added. */
public final class JsonObject implements JsonValue {

    private final Map<String, JsonValue> properties = new LinkedHashMap<>();

    /** Sets a property to a value as {@link JsonValue#of} makes it; one that is already there keeps its place. */
    public JsonObject put(String name, Object value) {
        properties.put(name, JsonValue.of(value));
        return this;
    }

    /** Sets all properties of another object. */
    public JsonObject putAll(JsonObject other) {
        properties.putAll(other.properties);
        return this;
    }

    /** Returns a copy without these properties. */
    public JsonObject without(Collection<String> names) {
        JsonObject rest = new JsonObject();
        properties.forEach((name, value) -> {
            if (!names.contains(name)) {
                rest.properties.put(name, value.copy());
            }
        });
        return rest;
    }

    public boolean has(String name) {
        return properties.containsKey(name);
    }

    /** Returns the value of a property; null (of Java) if it is not there. */
    public JsonValue get(String name) {
        return properties.get(name);
    }

    /** Returns the value of a property, or fails with a {@link JsonException}. */
    public JsonValue value(String name) {
        JsonValue value = properties.get(name);
        if (value == null) {
            throw new JsonException("'" + name + "' is missing");
        }
        return value;
    }

    /** Returns a property that is an object, or fails with a {@link JsonException}. */
    public JsonObject object(String name) {
        return value(name).asObject();
    }

    /** Returns a property that is a list, or fails with a {@link JsonException}. */
    public JsonArray array(String name) {
        return value(name).asArray();
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(properties.keySet());
    }

    /** Returns the properties; the map follows later changes and takes none. */
    public Map<String, JsonValue> asMap() {
        return Collections.unmodifiableMap(properties);
    }

    public boolean isEmpty() {
        return properties.isEmpty();
    }

    @Override
    public JsonObject asObject() {
        return this;
    }

    @Override
    public JsonObject copy() {
        JsonObject copy = new JsonObject();
        properties.forEach((name, value) -> copy.properties.put(name, value.copy()));
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object && properties.equals(object.properties);
    }

    @Override
    public int hashCode() {
        return properties.hashCode();
    }

    @Override
    public String toString() {
        return JsonText.of(this);
    }
}
