// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.system.SetAside;
import org.portio.record.Answer;
import org.portio.record.History;
import org.portio.record.Question;
import org.portio.record.RecordException;
import org.portio.record.internal.encoding.DamagedException;
import org.portio.record.internal.question.Answering;
import org.portio.record.internal.question.OtherVersionException;
import org.portio.record.internal.question.Part;
import org.portio.record.internal.question.Query;
import org.portio.record.internal.segment.LogReader;
import org.portio.record.internal.segment.SealedSegment;

/** Reads a folder that another process may be writing into. */
public final class FolderHistory implements History {

    /** Number of times that the files may change under a question before it gives up. */
    private static final int TRIALS = 100;

    /** The identity of a file's content: forgetting puts another one in its place. */
    private record Version(Object key, FileTime time, long size) {}

    private record Known(Version version, SealedSegment segment) {}

    private final Folder folder;
    private final Consumer<SetAside> reports;
    private final Map<Path, Known> closed = new HashMap<>();
    private final Map<Path, LogReader> logs = new HashMap<>();
    /** The number of files that this version of PortIO cannot read, at the last question. */
    private int unread;

    /**
     * Creates one over a folder, which need not exist.
     *
     * @param reports takes each damaged file that is set aside
     */
    public FolderHistory(Path path, Consumer<SetAside> reports) {
        this.folder = new Folder(path);
        this.reports = reports;
    }

    @Override
    public synchronized Answer ask(Question question) throws RecordException {
        Query query = Query.of(question);
        return ofParts(parts -> Answering.of(parts, query));
    }

    @Override
    public synchronized int unread() throws RecordException {
        return ofParts(_ -> unread);
    }

    /** Makes something of all that can be read. */
    @FunctionalInterface
    private interface Use<T> {
        T make(List<Part> parts) throws IOException;
    }

    private <T> T ofParts(Use<T> use) throws RecordException {
        try {
            for (int trial = 1; ; trial++) {
                try {
                    return use.make(parts());
                } catch (DamagedException e) {
                    setAside(e);
                } catch (NoSuchFileException e) {
                    // It was closed, or its time was over, between the list and the question.
                    if (trial == TRIALS) {
                        throw e;
                    }
                }
            }
        } catch (IOException e) {
            throw StoreFailure.reading(folder, e);
        }
    }

    private void setAside(DamagedException damage) throws IOException {
        try {
            reports.accept(SetAside.move(damage.file(), damage.getMessage()));
        } catch (NoSuchFileException _) {
            // Somebody else has done so, or its time was over.
        }
    }

    /** Returns the segments of this moment, by time. */
    private List<Part> parts() throws IOException {
        Folder.Listing listing = folder.list();
        closed.keySet().retainAll(listing.closed().values());
        logs.keySet().retainAll(listing.logs().values());
        unread = 0;
        List<Part> parts = new ArrayList<>();
        for (Path file : listing.closed().values()) {
            add(file, this::segment, parts);
        }
        for (Path file : listing.logs().values()) {
            add(file, log -> logs.computeIfAbsent(log, LogReader::new).read(), parts);
        }
        return parts;
    }

    @FunctionalInterface
    private interface Opening {
        Part open(Path file) throws IOException;
    }

    private void add(Path file, Opening opening, List<Part> parts) throws IOException {
        try {
            parts.add(opening.open(file));
        } catch (OtherVersionException _) {
            unread++;
        }
    }

    private SealedSegment segment(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Version version = new Version(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        Known known = closed.get(file);
        if (known == null || !known.version().equals(version)) {
            known = new Known(version, SealedSegment.open(file));
            closed.put(file, known);
        }
        return known.segment();
    }

    @Override
    public synchronized long forget(Instant before, Predicate<Connection> chosen) throws RecordException {
        try {
            return new Forgetting(folder, before, chosen, reports).run();
        } catch (IOException e) {
            throw StoreFailure.writing(folder, e);
        }
    }

    @Override
    public synchronized void close() {
        closed.clear();
        logs.clear();
    }
}
