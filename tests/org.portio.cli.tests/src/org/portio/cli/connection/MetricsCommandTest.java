// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;

/** Counts for a monitoring system, on stdout and as a file. */
class MetricsCommandTest {

    @TempDir
    Path folder;

    private final Cli cli = new Cli();

    @Test
    void printsCountsAndNothingElseOnStdout() {
        Cli.Result result = cli.run("metrics");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("# HELP portio_sockets "), result.out());
        assertTrue(result.out().endsWith("# EOF\n"));
        assertTrue(result.err().startsWith("portio: owners of "), result.err());
    }

    @Test
    void replacesTheFileAsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("portio.prom"), "before");

        Cli.Result result = cli.run("metrics", "--output", file.toString());

        assertEquals(0, result.code());
        assertEquals("", result.out());
        assertEquals(cli.run("metrics").out(), Files.readString(file));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void saysWhyAFileCannotBeWritten() {
        Path file = folder.resolve("missing/portio.prom");
        Cli.Result result = cli.run("metrics", "--output", file.toString());
        assertEquals(4, result.code());
        assertEquals("portio: cannot write " + file + ": it does not exist\n", result.err());
    }
}
