// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.Cli;
import org.portio.cli.Samples;
import org.portio.cli.command.ExitCode;
import org.portio.core.Snapshot;
import org.portio.export.SnapshotExporter;

class SaveCommandTest {

    private final Cli cli = new Cli(Samples.machine());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ports.txt, Active Internet", "ports.csv, protocol", "ports.JSON, '{\"schema\":1,'"})
    void savesInTheFormatOfTheExtension(String name, String start) throws IOException {
        Path file = folder.resolve(name);
        Cli.Result result = cli.run("save", file.toString());
        assertEquals(0, result.code());
        assertEquals("", result.out());
        assertTrue(Files.readString(file).startsWith(start));
    }

    @Test
    void keepsAnExistingFileUnlessForced() throws IOException {
        Path file = Files.writeString(folder.resolve("ports.txt"), "mine");
        Cli.Result result = cli.run("save", file.toString());
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertEquals(
                "portio: " + file + " already exists; use --force to replace it",
                result.err().strip());
        assertEquals("mine", Files.readString(file));
        assertEquals(0, cli.run("save", "--force", file.toString()).code());
        assertTrue(Files.readString(file).startsWith("Active Internet"));
    }

    @Test
    void refusesAnUnknownFormat() {
        Cli.Result result = cli.run("save", folder.resolve("ports.xls").toString());
        assertEquals(ExitCode.USAGE.code(), result.code());
        assertTrue(result.err().contains("(.csv, .html, .json, .md, .txt)"), result.err());
    }

    @Test
    void saysWhichFolderIsMissing() {
        Path missing = folder.resolve("missing");
        Cli.Result result = cli.run("save", missing.resolve("ports.txt").toString());
        assertEquals(ExitCode.CONFLICT.code(), result.code());
        assertTrue(
                result.err().strip().endsWith("the folder " + missing + " does not exist; create it first"),
                result.err());
        assertFalse(Files.exists(missing));
    }

    @Test
    void saysThatItMayNotWrite() {
        cli.exporters = () -> List.of(new Denied());
        Path file = folder.resolve("ports.txt");
        Cli.Result result = cli.run("save", file.toString());
        assertEquals(ExitCode.PERMISSION.code(), result.code());
        assertEquals("portio: no permission to write " + file, result.err().strip());
    }

    private record Denied() implements SnapshotExporter {

        @Override
        public String extension() {
            return "txt";
        }

        @Override
        public String description() {
            return "never written";
        }

        @Override
        public void write(Snapshot snapshot, Writer out) throws IOException {
            throw new AccessDeniedException("on purpose");
        }
    }
}
