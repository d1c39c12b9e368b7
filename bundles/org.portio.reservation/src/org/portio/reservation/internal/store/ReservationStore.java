// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.ExclusiveFile;
import org.portio.json.JsonFile;
import org.portio.reservation.PortKey;

/**
 * The file {@code port_reservations.json}. What a change has acknowledged is on the disk, and the file is always whole. One
 * thread at a time uses an object; other processes may change the file, too.
 */
public final class ReservationStore {

    static final String NAME = "port_reservations.json";
    /** Tells whether the file is the one that was last read or written. */
    private record Stamp(Object key, Instant time, long size) {}

    /** A change to the reservations. */
    @FunctionalInterface
    private interface Change {
        void to(SortedMap<PortKey, StoredReservation> entries);
    }

    private final Path folder;
    private final Path file;
    private final JsonFile json;
    private final Consumer<String> reports;
    private StoreDocument latest = StoreDocument.empty();
    private Stamp stamp;

    /**
     * Returns that of this folder.
     *
     * @param reports receives what the user should know
     */
    public ReservationStore(Path folder, Consumer<String> reports) {
        this.folder = folder;
        file = folder.resolve(NAME);
        this.reports = reports;
        json = new JsonFile(file, StoreDocument.SCHEMA, aside -> reports.accept(aside.text()));
    }

    /** Reads what is reserved, and removes what crashed writers have left. */
    public Collection<StoredReservation> open() throws IOException {
        try (ExclusiveFile _ = lock()) {
            sweep();
            refresh();
            return List.copyOf(latest.entries().values());
        }
    }

    /** Adds this one, or puts it in the place of the one with the same key. */
    public void put(StoredReservation reservation) throws IOException {
        change(entries -> entries.put(reservation.key(), reservation));
    }

    public void putAll(Collection<StoredReservation> reservations) throws IOException {
        change(entries -> reservations.forEach(reservation -> entries.put(reservation.key(), reservation)));
    }

    public void remove(PortKey key) throws IOException {
        change(entries -> entries.remove(key));
    }

    private void change(Change change) throws IOException {
        try (ExclusiveFile _ = lock()) {
            refresh();
            SortedMap<PortKey, StoredReservation> entries = new TreeMap<>(latest.entries());
            change.to(entries);
            if (latest.foreign()) {
                keepOriginal();
            }
            json.write(latest.with(json, entries.values()));
            latest = new StoreDocument(latest.document(), entries, latest.unreadable(), false);
            stamp = stampNow();
        }
    }

    private ExclusiveFile lock() throws IOException {
        return ExclusiveFile.take(folder.resolve("port_reservations.lock"));
    }

    private void sweep() throws IOException {
        try (DirectoryStream<Path> litter = Files.newDirectoryStream(folder, "." + NAME + ".*.tmp")) {
            for (Path path : litter) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Reads the file if somebody else has changed it. If it is gone or damaged, what was read before counts. */
    private void refresh() throws IOException {
        Stamp now = stampNow();
        if (now != null && now.equals(stamp)) {
            return;
        }
        Instant written = now == null ? Instant.now() : now.time();
        var read = json.read((text, problems) -> StoreDocument.parse(text, json, written, problems));
        stamp = read.isPresent() ? now : null;
        read.ifPresent(document -> latest = document);
    }

    private Stamp stampNow() throws IOException {
        if (Files.notExists(file)) {
            return null;
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(attributes.fileKey(), attributes.lastModifiedTime().toInstant(), attributes.size());
    }

    private void keepOriginal() throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        byte[] original = Files.readAllBytes(file);
        Path kept = free(NAME + ".original");
        AtomicFile.writePrivate(kept, false, out -> out.write(new String(original, StandardCharsets.UTF_8)));
        reports.accept("the file of reservations was another tool's, and is kept as " + kept);
    }

    private Path free(String name) {
        Path path = folder.resolve(name);
        for (int number = 2; Files.exists(path); number++) {
            path = folder.resolve(name + "-" + number);
        }
        return path;
    }
}
