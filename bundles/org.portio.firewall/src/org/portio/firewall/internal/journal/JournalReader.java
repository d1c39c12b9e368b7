// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the text of a journal, of which any part may be damaged.
 *
 * @param document all of it
 * @param entries those that make sense
 * @param damage what is wrong with it, in a few words; empty if nothing is
 */
record JournalReader(JsonObject document, List<JournalEntry> entries, String damage) {

    static final int SCHEMA = 1;
    static final String SCHEMA_KEY = "schema";
    static final String ENTRIES = "blocks";
    /** Of a later schema only; its value is for people. */
    private static final String WRITTEN_BY = "writtenBy";

    private static final Gson STRICT =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** A journal that a newer PortIO has written. */
    static final class NewerException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Reads.
     *
     * @throws IllegalArgumentException if nothing can be made of it; the message says why, in a few words
     * @throws NewerException if it may be all right, and this version does not understand it
     */
    static JournalReader of(String text) throws NewerException {
        try {
            checkNames(text);
            JsonObject document = STRICT.fromJson(text, JsonElement.class).getAsJsonObject();
            JournalReader read = entries(document);
            String schema = String.valueOf(document.get(SCHEMA_KEY));
            return schema.equals(String.valueOf(SCHEMA)) ? read : otherSchema(read, schema);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new IllegalArgumentException("it is not a journal of blocks", e);
        }
    }

    /** A number that stands alone was damaged: a newer PortIO says in words, too, that the file is its own. */
    private static JournalReader otherSchema(JournalReader read, String schema) throws NewerException {
        if (read.document.has(WRITTEN_BY) && schema.matches("\\d{1,9}") && Integer.parseInt(schema) > SCHEMA) {
            throw new NewerException();
        }
        return new JournalReader(read.document, read.entries, "its schema is '" + schema + "'");
    }

    private static JournalReader entries(JsonObject document) {
        List<JournalEntry> entries = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        int bad = 0;
        for (JsonElement element : document.getAsJsonArray(ENTRIES)) {
            try {
                JournalEntry entry = JournalJson.read(element.getAsJsonObject());
                if (ids.add(entry.tag().id())) {
                    entries.add(entry);
                    continue;
                }
            } catch (RuntimeException _) {
                // Counted below.
            }
            bad++;
        }
        return new JournalReader(document, List.copyOf(entries), bad == 0 ? "" : bad + " of its entries made no sense");
    }

    /** A name that is there twice hides what stands behind the first of them. */
    private static void checkNames(String text) throws IOException {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            for (JsonToken token = reader.peek(); token != JsonToken.END_DOCUMENT; token = reader.peek()) {
                switch (token) {
                    case BEGIN_OBJECT -> {
                        reader.beginObject();
                        open.push(new HashSet<>());
                    }
                    case END_OBJECT -> {
                        reader.endObject();
                        open.pop();
                    }
                    case BEGIN_ARRAY -> reader.beginArray();
                    case END_ARRAY -> reader.endArray();
                    case NAME -> {
                        if (!open.peek().add(reader.nextName())) {
                            throw new IllegalArgumentException("a name is there twice");
                        }
                    }
                    default -> reader.skipValue();
                }
            }
        }
    }
}
