// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.PrivateFiles;
import org.portio.core.system.SetAside;

/**
 * The file {@code firewall_journal.json}: what PortIO is about to change or has changed. It is on the disk before the
 * firewall is touched, and always whole. Who calls holds the lock.
 */
public final class Journal {

    private final Path file;
    private JsonObject document;
    private List<JournalEntry> entries;

    private Journal(Path file, JsonObject document, List<JournalEntry> entries) {
        this.file = file;
        this.document = document;
        this.entries = entries;
    }

    /**
     * Reads it; if there is none it is empty. What cannot be read of it is left out, and a copy of all is kept beside it:
     * what the lost part held is then found in the firewall by its tags.
     *
     * @throws IOException if the disk fails, or a newer PortIO wrote it
     */
    public static Journal read(Path file) throws IOException {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            return setAside(file, "it is a link that leads nowhere");
        }
        if (!Files.exists(file)) {
            return new Journal(file, new JsonObject(), List.of());
        }
        try {
            JournalReader read = JournalReader.of(Files.readString(file));
            if (!read.damage().isEmpty()) {
                SetAside.copy(file, read.damage());
            }
            return new Journal(file, read.document(), read.entries());
        } catch (JournalReader.NewerException e) {
            throw new IOException(file + " was written by a newer PortIO; use that one", e);
        } catch (CharacterCodingException _) {
            return setAside(file, "it is not UTF-8");
        } catch (IllegalArgumentException e) {
            return setAside(file, e.getMessage());
        }
    }

    private static Journal setAside(Path file, String why) throws IOException {
        try {
            SetAside.move(file, why);
        } catch (NoSuchFileException _) {
            // Another process has done so meanwhile.
        }
        return new Journal(file, new JsonObject(), List.of());
    }

    public List<JournalEntry> entries() {
        return entries;
    }

    /** Has these entries on the disk when it returns. */
    public void write(List<JournalEntry> newEntries) throws IOException {
        JsonObject next = document.deepCopy();
        next.addProperty(JournalReader.SCHEMA_KEY, JournalReader.SCHEMA);
        JsonArray array = new JsonArray();
        newEntries.forEach(entry -> array.add(JournalJson.write(entry)));
        next.add(JournalReader.ENTRIES, array);
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
