// SPDX-License-Identifier: EPL-2.0
package org.portio.json;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.PrivateFiles;
import org.portio.core.system.SetAside;
import org.portio.json.internal.JsonText;
import org.portio.json.internal.Problems;

/**
 * A file that keeps PortIO's state as one object with the number of its schema. It is always whole on the disk, and its
 * user's alone. If it is damaged, it is set aside; if only parts of it are, a copy is kept. Callers hold a lock.
 */
public final class JsonFile {

    /** Thrown if a newer PortIO has written the file, which is then left alone. */
    public static final class NewerException extends IOException {

        private static final long serialVersionUID = 1L;

        private NewerException() {
            super("it was written by a newer PortIO; use that one, or move the file away to start afresh");
        }
    }

    /** Makes what the file means of its text. */
    @FunctionalInterface
    public interface Content<T> {

        /**
         * Reads.
         *
         * @param problems takes what of the text will be lost with the next change
         * @throws IllegalArgumentException if the text makes no sense; the message says why, in a few words
         */
        T read(String text, Consumer<String> problems) throws NewerException;
    }

    private static final String SCHEMA = "schema";
    /** The writer's version, only in documents of a later schema; its value is for people. */
    private static final String WRITTEN_BY = "writtenBy";
    /** Far more than there are ports for. */
    private static final long LARGEST = 64 << 20;

    private final Path file;
    private final int schema;
    private final Consumer<SetAside> reports;

    /**
     * Creates the access to a file, which need not be there.
     *
     * @param schema number of what this PortIO writes
     * @param reports takes each copy that is made of a damaged file
     */
    public JsonFile(Path file, int schema, Consumer<SetAside> reports) {
        this.file = file;
        this.schema = schema;
        this.reports = reports;
    }

    /**
     * Reads the file.
     *
     * @return empty if there is none, or none any more because it was set aside
     * @throws IOException if the disk fails, or a newer PortIO has written it
     */
    public <T> Optional<T> read(Content<T> content) throws IOException {
        if (Files.isSymbolicLink(file) && !Files.exists(file)) {
            return setAside("it is a dangling link");
        }
        // What a folder does not show is not missing: reading it says why.
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        Problems problems = new Problems();
        T read;
        try {
            read = content.read(text(), problems);
        } catch (NewerException e) {
            throw new IOException(file + " was left unchanged: " + e.getMessage(), e);
        } catch (CharacterCodingException _) {
            return setAside("it is not UTF-8");
        } catch (IllegalArgumentException e) {
            return setAside(e.getMessage());
        }
        if (!problems.isEmpty()) {
            reports.accept(SetAside.copy(file, problems.toString()));
        }
        return Optional.of(read);
    }

    private String text() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile() || attributes.size() > LARGEST) {
            throw new IllegalArgumentException("it is not a file of PortIO");
        }
        if (attributes.size() == 0) {
            throw new IllegalArgumentException("it is empty");
        }
        return Files.readString(file);
    }

    private <T> Optional<T> setAside(String why) throws IOException {
        try {
            reports.accept(SetAside.move(file, why));
        } catch (NoSuchFileException _) {
            // Another process has done so meanwhile.
        }
        return Optional.empty();
    }

    /**
     * Checks the number of a document's schema. One that stands alone was damaged: a newer PortIO says in words, too, that
     * the file is its own.
     */
    public void checkSchema(JsonObject document, Consumer<String> problems) throws NewerException {
        String found = String.valueOf(document.get(SCHEMA));
        if (found.equals(String.valueOf(schema))) {
            return;
        }
        if (document.has(WRITTEN_BY) && found.matches("[1-9]\\d{0,17}") && Long.parseLong(found) > schema) {
            throw new NewerException();
        }
        problems.accept("its schema is '" + found + "'");
    }

    /** Returns what is to be written next: a document as it was read, with another list in it. */
    public JsonObject next(JsonObject document, String name, JsonArray list) {
        return JsonDocument.versioned(schema)
                .putAll(document.without(List.of(SCHEMA, name)))
                .put(name, list);
    }

    /** Writes the document to the disk before it returns. */
    public void write(JsonObject document) throws IOException {
        PrivateFiles.claimFolder(file.getParent());
        AtomicFile.writePrivate(file, true, out -> JsonText.writeIndented(document, out));
    }
}
