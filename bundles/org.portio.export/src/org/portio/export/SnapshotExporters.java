// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.Snapshot;
import org.portio.core.system.AtomicFile;

/** The available formats, and the way to save a snapshot in one of them. */
@FunctionalInterface
@ProviderType
public interface SnapshotExporters {

    /** Returns all formats, ordered by extension; if two have the same extension, the first is used. */
    List<SnapshotExporter> all();

    /** Returns the format that the extension of the file's name stands for, in upper or lower case. */
    default Optional<SnapshotExporter> forFile(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(exporter -> name.endsWith("." + exporter.extension()))
                .findFirst();
    }

    /**
     * Saves a snapshot in the format that the file's extension stands for. The file appears complete or not at all.
     *
     * @param replace whether an existing file is replaced
     * @throws IllegalArgumentException if no format has the extension; the message names those that there are
     * @throws java.nio.file.FileAlreadyExistsException if the file exists and is not to be replaced
     */
    default void save(Path file, Snapshot snapshot, boolean replace) throws IOException {
        SnapshotExporter exporter = forFile(file).orElseThrow(() -> new IllegalArgumentException(unknownFormat(file)));
        AtomicFile.write(file, replace, out -> exporter.write(snapshot, out));
    }

    private String unknownFormat(Path file) {
        String known =
                all().stream().map(exporter -> "." + exporter.extension()).collect(Collectors.joining(", "));
        return "the file name's extension sets the format (" + known + "): " + file;
    }

    /** PortIO's own formats, for use without OSGi. */
    static SnapshotExporters builtIn() {
        List<SnapshotExporter> exporters = List.of(
                new CsvExporter(),
                new HtmlExporter(),
                new JsonExporter(),
                new MarkdownExporter(),
                new NetstatExporter());
        return () -> exporters;
    }
}
