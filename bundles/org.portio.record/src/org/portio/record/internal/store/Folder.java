// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.system.ExclusiveFile;
import org.portio.record.internal.segment.SealedWriter;

/**
 * The names in a folder of segments: {@code NUMBER.log} for one that grows, {@code NUMBER.seg} for one that is closed.
 *
 * @param path the folder, which need not exist
 */
record Folder(Path path) {

    private static final Pattern NAME = Pattern.compile("(\\d{12})\\.(log|seg)");

    /**
     * The segments that were there at some moment.
     *
     * @param closed by number
     * @param logs by number; one that is also there closed is not among them
     */
    record Listing(NavigableMap<Long, Path> closed, NavigableMap<Long, Path> logs) {

        long last() {
            long lastClosed = closed.isEmpty() ? 0 : closed.lastKey();
            return logs.isEmpty() ? lastClosed : Math.max(lastClosed, logs.lastKey());
        }
    }

    Path log(long number) {
        return path.resolve(name(number, "log"));
    }

    Path closed(long number) {
        return path.resolve(name(number, "seg"));
    }

    private static String name(long number, String end) {
        return String.format(Locale.ROOT, "%012d.%s", number, end);
    }

    /** Returns the file that the only process that writes has locked. */
    Path writerLock() {
        return path.resolve("writer.lock");
    }

    /** Returns the file by whose existence somebody asks the writer to begin another segment. */
    Path request() {
        return path.resolve("next-segment");
    }

    /** Waits until nobody else replaces or removes closed segments. */
    ExclusiveFile takeChanges() throws IOException {
        return ExclusiveFile.take(path.resolve("changes.lock"));
    }

    /**
     * Lists the segments. What others do meanwhile could make a list of names that never were there together, so it is
     * taken until it is the same twice.
     */
    Listing list() throws IOException {
        Listing before = listOnce();
        for (Listing now = listOnce(); !now.equals(before); now = listOnce()) {
            before = now;
        }
        return before;
    }

    private Listing listOnce() throws IOException {
        NavigableMap<Long, Path> closed = new TreeMap<>();
        NavigableMap<Long, Path> logs = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    (name.group(2).equals("log") ? logs : closed).put(Long.parseLong(name.group(1)), file);
                }
            }
        } catch (NoSuchFileException _) {
            // Nobody has recorded here.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        logs.keySet().removeAll(closed.keySet());
        return new Listing(closed, logs);
    }

    /** Deletes what a process has left that was killed while it wrote a segment. */
    void deleteUnfinished() throws IOException {
        delete("*" + SealedWriter.UNFINISHED);
        for (long number : list().closed().keySet()) {
            Files.deleteIfExists(log(number));
        }
    }

    /** Deletes the copies of damaged segments. */
    void deleteDamaged() throws IOException {
        delete("*.corrupt-*");
    }

    private void delete(String glob) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, glob)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }
}
