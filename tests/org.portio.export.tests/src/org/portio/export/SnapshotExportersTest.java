// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Snapshot;

class SnapshotExportersTest {

    private final SnapshotExporters exporters = SnapshotExporters.builtIn();
    private final Snapshot snapshot = Samples.snapshot(Samples.SHARED);

    @TempDir
    private Path folder;

    @Test
    void findsTheFormatByTheExtensionInAnyCase() {
        assertEquals(
                "csv",
                exporters.forFile(Path.of("a.b", "ports.CSV")).orElseThrow().extension());
        assertTrue(exporters.forFile(Path.of("csv")).isEmpty());
        assertTrue(exporters.forFile(Path.of("ports.xls")).isEmpty());
    }

    @Test
    void savesTheWholeSnapshotAndNothingElse() throws IOException {
        Path file = folder.resolve("ports.json");
        exporters.save(file, snapshot, false);
        assertEquals(Samples.text(new JsonExporter(), Samples.SHARED), Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void keepsAnExistingFile() throws IOException {
        Path file = Files.writeString(folder.resolve("ports.txt"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> exporters.save(file, snapshot, false));
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void keepsAFileThatAppearsWhileItIsWriting() throws IOException {
        Path file = folder.resolve("ports.late");
        SnapshotExporters late = () -> List.of(new FakeExporter("late", _ -> Files.writeString(file, "theirs")));
        assertThrows(FileAlreadyExistsException.class, () -> late.save(file, snapshot, false));
        assertEquals("theirs", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void replacesAnExistingFileOnlyWhenTold() throws IOException {
        Path file = Files.writeString(folder.resolve("ports.csv"), "old");
        exporters.save(file, snapshot, true);
        assertEquals(Samples.text(new CsvExporter(), Samples.SHARED), Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void leavesNothingBehindWhenWritingFails() throws IOException {
        SnapshotExporters broken = () -> List.of(new FakeExporter("broken", out -> {
            out.write("half");
            throw new IOException("on purpose");
        }));
        assertThrows(IOException.class, () -> broken.save(folder.resolve("ports.broken"), snapshot, true));
        assertEquals(List.of(), files());
    }

    @Test
    void namesTheFormatsWhenTheExtensionIsUnknown() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> exporters.save(folder.resolve("ports.xls"), snapshot, false));
        assertTrue(refusal.getMessage().contains("(.csv, .html, .json, .md, .txt)"), refusal.getMessage());
    }

    @Test
    void doesNotMakeFolders() {
        Path file = folder.resolve("missing").resolve("ports.txt");
        assertThrows(NoSuchFileException.class, () -> exporters.save(file, snapshot, false));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
