// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.FileFailure;
import org.portio.firewall.FirewallException;
import org.portio.json.JsonArray;
import org.portio.json.JsonFile;
import org.portio.json.JsonObject;

/**
 * The file {@code firewall_journal.json}: what PortIO is about to change or has changed. It is on the disk before the
 * firewall is touched, and always whole. The caller holds the lock.
 */
public final class Journal {

    private static final int SCHEMA = 1;

    private final JsonFile file;
    private JsonObject document;
    private List<JournalEntry> entries;

    private Journal(JsonFile file, JournalReader read) {
        this.file = file;
        this.document = read.document();
        this.entries = read.entries();
    }

    /**
     * Reads it; if there is none it is empty. What cannot be read of it is left out, and a copy of all is kept beside it:
     * what the lost part held is then found in the firewall by its tags.
     *
     * @throws IOException if the disk fails, or a newer PortIO wrote it
     */
    public static Journal read(Path path) throws IOException {
        JsonFile file = new JsonFile(path, SCHEMA, _ -> {
            // Every command tells of the copy as long as it is new.
        });
        return new Journal(
                file,
                file.read((text, problems) -> JournalReader.of(text, file, problems))
                        .orElse(JournalReader.EMPTY));
    }

    /** Returns the failure of a call that could not read or write it. */
    public static FirewallException unreadable(IOException e) {
        return new FirewallException(
                e instanceof AccessDeniedException ? Kind.PERMISSION : Kind.FAILED,
                "the journal of blocks cannot be used: " + FileFailure.text(e),
                e);
    }

    public List<JournalEntry> entries() {
        return entries;
    }

    /** Writes these entries to the disk before it returns. */
    public void write(List<JournalEntry> newEntries) throws IOException {
        JsonArray blocks = JsonArray.of(newEntries, JournalJson::write);
        JsonObject next = file.next(document, JournalReader.ENTRIES, blocks);
        // Not the entries: to compare records for the first time takes Java as long as to run nft.
        if (next.equals(document) || blocks.isEmpty() && entries.isEmpty()) {
            return;
        }
        file.write(next);
        document = next;
        entries = List.copyOf(newEntries);
    }
}
