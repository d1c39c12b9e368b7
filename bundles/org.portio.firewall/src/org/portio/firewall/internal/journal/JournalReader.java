// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.portio.json.Json;
import org.portio.json.JsonException;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * The content of a journal, of which any part may be damaged.
 *
 * @param document all of it
 * @param entries those that make sense
 */
record JournalReader(JsonObject document, List<JournalEntry> entries) {

    static final String ENTRIES = "blocks";
    static final JournalReader EMPTY = new JournalReader(new JsonObject(), List.of());

    /**
     * Reads.
     *
     * @param file of which it is the text
     * @param problems takes what makes no sense
     * @throws IllegalArgumentException if nothing can be made of it; the message says why, in a few words
     * @throws JsonFile.NewerException if it may be all right, and this version does not understand it
     */
    static JournalReader of(String text, JsonFile file, Consumer<String> problems) throws JsonFile.NewerException {
        JournalReader read;
        try {
            read = entries(Json.parse(text).asObject(), problems);
        } catch (JsonException e) {
            throw new IllegalArgumentException("it is not a journal of blocks", e);
        }
        file.checkSchema(read.document, problems);
        return read;
    }

    private static JournalReader entries(JsonObject document, Consumer<String> problems) {
        List<JournalEntry> entries = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        int bad = 0;
        for (JsonValue value : document.array(ENTRIES)) {
            try {
                JournalEntry entry = JournalJson.read(value.asObject());
                if (ids.add(entry.tag().id())) {
                    entries.add(entry);
                    continue;
                }
            } catch (RuntimeException _) {
                // Counted below.
            }
            bad++;
        }
        if (bad > 0) {
            problems.accept(bad + " of its entries were not valid");
        }
        return new JournalReader(document, List.copyOf(entries));
    }
}
