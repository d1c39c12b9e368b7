// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeDocumentationTest {

    @Test
    void tableInTheDocumentationIsThatOfTheCommands() throws IOException {
        List<String> expected = Arrays.stream(ExitCode.values())
                .map(exit -> "| " + exit.code() + " | " + exit.description() + " |")
                .toList();
        List<String> documented = Files.readAllLines(documentation()).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();
        assertEquals(expected, documented);
    }

    /** The tests run in their own folder or in that of the whole project. */
    private static Path documentation() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs").resolve("cli.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/cli.md is not above " + here));
    }
}
