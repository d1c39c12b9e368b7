// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.AtomicFile;
import org.portio.core.PrivateFiles;

/**
 * The file {@code firewall_journal.json}: what PortIO is about to change or has changed. It is on the disk before the
 * firewall is touched, and always whole. Who calls holds the lock.
 */
final class Journal {

    private static final int SCHEMA = 1;
    private static final String SCHEMA_KEY = "schema";
    private static final String ENTRIES = "blocks";

    private final Path file;
    private JsonObject document;
    private List<JournalEntry> entries;

    private Journal(Path file, JsonObject document, List<JournalEntry> entries) {
        this.file = file;
        this.document = document;
        this.entries = entries;
    }

    /**
     * Reads it; where there is none it is empty. One that cannot be read is set aside under another name, and never
     * overwritten: what it held is then found in the firewall by its tags.
     *
     * @throws IOException where the disk fails, or a newer PortIO wrote it
     */
    static Journal read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Journal(file, new JsonObject(), List.of());
        }
        JsonObject document;
        List<JournalEntry> entries = new ArrayList<>();
        try {
            document = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            if (document.get(SCHEMA_KEY).getAsInt() > SCHEMA) {
                throw new IOException(file + " was written by a newer PortIO; use that one");
            }
            for (JsonElement entry : document.getAsJsonArray(ENTRIES)) {
                entries.add(JournalJson.read(entry.getAsJsonObject()));
            }
        } catch (RuntimeException e) {
            setAside(file, e);
            return new Journal(file, new JsonObject(), List.of());
        }
        return new Journal(file, document, List.copyOf(entries));
    }

    private static void setAside(Path file, RuntimeException why) throws IOException {
        String name = file.getFileName() + ".corrupt-" + Instant.now().toEpochMilli();
        Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
        System.getLogger(Journal.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "the journal of the firewall cannot be read, and is kept as " + name
                                + "; blocks in force are shown as orphaned: " + why.getMessage());
    }

    List<JournalEntry> entries() {
        return entries;
    }

    /** Has these entries on the disk when it returns. */
    void write(List<JournalEntry> newEntries) throws IOException {
        JsonObject next = document.deepCopy();
        next.addProperty(SCHEMA_KEY, SCHEMA);
        JsonArray array = new JsonArray();
        newEntries.forEach(entry -> array.add(JournalJson.write(entry)));
        next.add(ENTRIES, array);
        // Not the entries: to compare records for the first time takes Java as long as to run nft.
        if (next.equals(document) || array.isEmpty() && entries.isEmpty()) {
            return;
        }
        PrivateFiles.claimFolder(file.getParent());
        AtomicFile.writePrivate(
                file,
                true,
                out -> new GsonBuilder().setPrettyPrinting().create().toJson(next, out));
        document = next;
        entries = List.copyOf(newEntries);
    }
}
