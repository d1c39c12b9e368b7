// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.portio.json.Json;
import org.portio.json.JsonArray;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;
import org.portio.json.JsonPrimitive;
import org.portio.json.JsonValue;
import org.portio.reservation.PortKey;

/**
 * The content of the file of reservations: those of this PortIO's form, and those of the tool that it follows, a plain list
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
        List<JsonValue> unreadable,
        boolean foreign) {

    static final int SCHEMA = 1;
    private static final String SCHEMA_KEY = "schema";
    private static final String RESERVATIONS = "reservations";
    private static final String ENTRY_SIGN = "\"port\":";
    private static final Pattern MAP_KEY = Pattern.compile("(\\d{1,5})(?:/(\\w+))?");

    static StoreDocument empty() {
        return new StoreDocument(new JsonObject(), new TreeMap<>(), List.of(), false);
    }

    /**
     * Reads it; an unchecked exception means that it is damaged.
     *
     * @param file of which it is the text
     * @param problems receives entries that are not valid, and all that the next change would leave out
     */
    public static StoreDocument parse(String text, JsonFile file, Instant written, Consumer<String> problems)
            throws JsonFile.NewerException {
        JsonValue root = Json.parse(text, problems);
        if (root.isArray()) {
            return foreign(root.asArray(), written, problems);
        }
        JsonObject document = root.asObject();
        if (document.has(SCHEMA_KEY)) {
            file.checkSchema(document, problems);
            checkInside(rest(document), "an unknown property", problems);
            return of(document, document.array(RESERVATIONS), false, written, problems);
        }
        return foreign(list(document), written, problems);
    }

    /** Brackets with nothing between them are what is left when a damaged file loses its text; PortIO never writes them. */
    private static StoreDocument foreign(JsonArray list, Instant written, Consumer<String> problems) {
        if (list.isEmpty()) {
            problems.accept("it is empty, but an empty list that PortIO wrote has a schema");
        }
        return of(new JsonObject(), list, true, written, problems);
    }

    /**
     * Checks what is unknown: with one byte missing, a text may still be JSON, and a list may be part of something
     * else.
     */
    private static void checkInside(JsonObject unknown, String where, Consumer<String> problems) {
        if (unknown.toString().contains(ENTRY_SIGN)) {
            problems.accept("an entry is nested inside " + where);
        }
    }

    private static JsonObject rest(JsonObject document) {
        return document.without(List.of(SCHEMA_KEY, RESERVATIONS));
    }

    private static StoreDocument of(
            JsonObject document, JsonArray list, boolean foreign, Instant written, Consumer<String> problems) {
        SortedMap<PortKey, StoredReservation> entries = new TreeMap<>();
        List<JsonValue> unreadable = new ArrayList<>();
        for (JsonValue element : list) {
            try {
                StoredReservation entry = EntryJson.read(element, written);
                if (entries.put(entry.key(), entry) != null) {
                    problems.accept("there are two entries for " + entry.key());
                }
                checkInside(entry.more(), "the entry for " + entry.key(), problems);
            } catch (RuntimeException e) {
                unreadable.add(element);
                problems.accept("an entry is not valid, " + e.getMessage() + ": " + element);
            }
        }
        return new StoreDocument(document, entries, List.copyOf(unreadable), foreign);
    }

    /** Returns a map's entries, as a list would have them. */
    private static JsonArray list(JsonObject map) {
        JsonArray list = new JsonArray();
        for (Map.Entry<String, JsonValue> pair : map.asMap().entrySet()) {
            var key = MAP_KEY.matcher(pair.getKey());
            if (!key.matches()) {
                throw new IllegalArgumentException("'" + pair.getKey() + "' is not a valid port");
            }
            JsonObject entry = new JsonObject();
            if (pair.getValue() instanceof JsonObject object) {
                entry = object.copy();
            } else if (pair.getValue() instanceof JsonPrimitive path) {
                entry.put("executable", path);
            }
            entry.put("port", Integer.valueOf(key.group(1)));
            if (key.group(2) != null) {
                entry.put("protocol", key.group(2));
            }
            list.add(entry);
        }
        return list;
    }

    /** Returns the same with these reservations, in this PortIO's form. */
    JsonObject with(JsonFile file, Collection<StoredReservation> reservations) {
        JsonArray list = JsonArray.of(reservations, EntryJson::write);
        unreadable.forEach(list::add);
        return file.next(document, RESERVATIONS, list);
    }
}
