// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.portio.reservation.PortKey;

/**
 * What stands in the file of reservations: those of this PortIO's form, and those of the tool that it follows, a plain list
 * of entries, or a map from {@code PORT} or {@code PORT/PROTOCOL} to a program's path or an entry.
 *
 * @param document all that is there beside the reservations
 * @param entries by key
 * @param unreadable entries that make no sense here; kept as they are
 * @param foreign whether it is not of this PortIO's form
 */
public record StoreDocument(
        JsonObject document,
        SortedMap<PortKey, StoredReservation> entries,
        List<JsonElement> unreadable,
        boolean foreign) {

    private static final int SCHEMA = 1;
    private static final String SCHEMA_KEY = "schema";
    private static final String RESERVATIONS = "reservations";
    /** Of a later schema only; its value is for people. */
    private static final String WRITTEN_BY = "writtenBy";

    private static final String ENTRY_SIGN = "\"port\":";
    private static final Pattern MAP_KEY = Pattern.compile("(\\d{1,5})(?:/(\\w+))?");

    /** Thrown for one that a newer PortIO wrote. */
    static final class NewerException extends IOException {

        private static final long serialVersionUID = 1L;

        NewerException() {
            super("it was written by a newer PortIO; use that one, or move the file away to begin anew");
        }
    }

    static StoreDocument empty() {
        return new StoreDocument(new JsonObject(), new TreeMap<>(), List.of(), false);
    }

    /**
     * Reads it; an unchecked exception tells that it is damaged.
     *
     * @param problems is told of entries that make no sense, and of all that the next change would leave out
     */
    public static StoreDocument parse(String text, Instant written, Consumer<String> problems) throws NewerException {
        JsonElement root = JsonText.parse(text, problems);
        if (root.isJsonArray()) {
            return foreign(root.getAsJsonArray(), written, problems);
        }
        JsonObject document = root.getAsJsonObject();
        if (document.has(SCHEMA_KEY)) {
            checkSchema(document, problems);
            checkInside(rest(document), "a property that is not known", problems);
            return of(document, document.getAsJsonArray(RESERVATIONS), false, written, problems);
        }
        return foreign(list(document), written, problems);
    }

    /** Brackets with nothing between them are what is left when a damaged file loses its text; PortIO never writes them. */
    private static StoreDocument foreign(JsonArray list, Instant written, Consumer<String> problems) {
        if (list.isEmpty()) {
            problems.accept("it lists nothing, and PortIO's own list of nothing has a schema");
        }
        return of(new JsonObject(), list, true, written, problems);
    }

    /** A number that stands alone was damaged: a newer PortIO says in words, too, that the file is its own. */
    private static void checkSchema(JsonObject document, Consumer<String> problems) throws NewerException {
        String schema = document.get(SCHEMA_KEY).toString();
        if (schema.equals(String.valueOf(SCHEMA))) {
            return;
        }
        if (document.has(WRITTEN_BY) && schema.matches("[1-9][0-9]{0,17}")) {
            throw new NewerException();
        }
        problems.accept("its schema is '" + schema + "'");
    }

    /** Without one byte, a text may still be JSON, and what was a list of its own is part of something else. */
    private static void checkInside(JsonObject unknown, String where, Consumer<String> problems) {
        if (unknown.toString().contains(ENTRY_SIGN)) {
            problems.accept("an entry stands inside of " + where);
        }
    }

    private static JsonObject rest(JsonObject document) {
        JsonObject rest = document.deepCopy();
        rest.remove(SCHEMA_KEY);
        rest.remove(RESERVATIONS);
        return rest;
    }

    private static StoreDocument of(
            JsonObject document, JsonArray list, boolean foreign, Instant written, Consumer<String> problems) {
        SortedMap<PortKey, StoredReservation> entries = new TreeMap<>();
        List<JsonElement> unreadable = new ArrayList<>();
        for (JsonElement element : list) {
            try {
                StoredReservation entry = EntryJson.read(element, written);
                if (entries.put(entry.key(), entry) != null) {
                    problems.accept("there are two entries for " + entry.key());
                }
                checkInside(entry.more(), "the entry for " + entry.key(), problems);
            } catch (RuntimeException e) {
                unreadable.add(element);
                problems.accept("an entry makes no sense: " + element + ", " + e.getMessage());
            }
        }
        return new StoreDocument(document, entries, List.copyOf(unreadable), foreign);
    }

    /** Returns a map's entries, as a list would have them. */
    private static JsonArray list(JsonObject map) {
        JsonArray list = new JsonArray();
        for (Map.Entry<String, JsonElement> pair : map.entrySet()) {
            var key = MAP_KEY.matcher(pair.getKey());
            if (!key.matches()) {
                throw new IllegalStateException("'" + pair.getKey() + "' is not a valid port");
            }
            JsonObject entry = new JsonObject();
            if (pair.getValue() instanceof JsonObject object) {
                entry = object.deepCopy();
            } else if (pair.getValue() instanceof JsonPrimitive path) {
                entry.add("executable", path);
            }
            entry.addProperty("port", Integer.valueOf(key.group(1)));
            if (key.group(2) != null) {
                entry.addProperty("protocol", key.group(2));
            }
            list.add(entry);
        }
        return list;
    }

    /** Returns the same with these reservations, in this PortIO's form. */
    JsonObject with(Collection<StoredReservation> reservations) {
        JsonObject next = new JsonObject();
        next.addProperty(SCHEMA_KEY, SCHEMA);
        rest(document).entrySet().forEach(pair -> next.add(pair.getKey(), pair.getValue()));
        JsonArray list = new JsonArray();
        reservations.forEach(entry -> list.add(EntryJson.write(entry)));
        unreadable.forEach(list::add);
        next.add(RESERVATIONS, list);
        return next;
    }
}
