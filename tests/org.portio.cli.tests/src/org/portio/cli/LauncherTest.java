// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.cli.command.Shell;

class LauncherTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "portio/lib/portio-cli.jar, portio/portio",
        "portio/lib/portio-cli.jar, portio/portio-cli.exe",
        "PortIO.app/Contents/Eclipse/lib/portio-cli.jar, PortIO.app/Contents/MacOS/portio"
    })
    void findsTheProgramOfEachProduct(String jar, String program) throws IOException {
        assertEquals(Optional.empty(), Launcher.beside(folder.resolve(jar)));
        Path made = make(program);

        assertEquals(Optional.of(made), Launcher.beside(folder.resolve(jar)));
    }

    @Test
    void findsNoneBesideAnotherClassPath() throws IOException {
        make("portio/portio");

        assertEquals(Optional.empty(), Launcher.beside(folder.resolve("portio/plugins/org.portio.cli.jar")));
        assertEquals(Optional.empty(), Launcher.beside(Path.of("")));
    }

    @Test
    void isTypedByNameWhereEveryShellFindsIt() throws IOException {
        Path program = make("my tools/portio");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        assertEquals("'" + program + "'", Launcher.typed(Optional.of(program), List.of(bin)));

        Files.createSymbolicLink(bin.resolve("portio"), program);

        assertEquals("portio", Launcher.typed(Optional.of(program), List.of(bin)));
        assertEquals("portio", Launcher.typed(Optional.empty(), List.of(bin)));
    }

    @Test
    void quotesForAShell() {
        assertEquals(
                "nft -f - 'a b' '' 'it'\\''s' '$HOME'",
                Shell.line(List.of("nft", "-f", "-", "a b", "", "it's", "$HOME")));
        assertEquals("cat <<'END_'\nEND\nEND_", Shell.withInput(List.of("cat"), "END"));
    }

    private Path make(String program) throws IOException {
        Path path = folder.resolve(program);
        Files.createDirectories(path.getParent());
        Files.createFile(path);
        assertTrue(path.toFile().setExecutable(true));
        return path;
    }
}
