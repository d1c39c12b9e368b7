// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;

/** The build of what is made is tried by the test that follows docs/extending.md. */
class NewCommandTest {

    @TempDir
    private Path directory;

    private final Cli cli = new Cli();

    private Cli.Result make(String name) {
        cli.product = Path.of("/opt/a & b/portio");
        return cli.run("extension", "new", name, "--dir", directory.toString());
    }

    @Test
    void makesAFolderWithABuildAndAFileFormatAndSaysWhatToDoNext() throws IOException {
        Cli.Result result = make("org.example.hello");

        Path folder = directory.resolve("org.example.hello");
        assertEquals("Created " + folder + ".\n", result.out());
        assertEquals(
                "portio: build it (JDK 25, Maven): cd " + folder + " && mvn package\n"
                        + "portio: install it: portio extension install target/org.example.hello-1.0.0.jar\n"
                        + "portio: use it: portio save ports.hello\n",
                result.err());
        String pom = Files.readString(folder.resolve("pom.xml"));
        assertTrue(pom.contains("<portio>/opt/a &amp; b/portio</portio>"), pom);
        String source = Files.readString(folder.resolve("src/main/java/org/example/hello/HelloExporter.java"));
        assertTrue(source.startsWith("package org.example.hello;\n"), source);
        assertFalse((pom + source).matches("(?s).*@[a-zA-Z]+@.*"), "a blank was not filled in");
    }

    @Test
    void leavesAnExistingFolderAlone() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("hello"));

        Cli.Result result = make("hello");

        assertEquals(4, result.code());
        assertEquals(
                "portio: " + folder + " already exists; choose another name, or another directory with --dir\n",
                result.err());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/b",
                "Hello",
                "1a",
                "a..b",
                "a.",
                "a b",
                "org.new.x",
                "int",
                "a-b",
                "\u00e4"
            })
    void refusesWhatIsNotAName(String name) throws IOException {
        Cli.Result result = make(name);

        assertEquals(2, result.code(), result.err());
        try (var files = Files.list(directory)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void saysThatTheDirectoryDoesNotExist() {
        cli.product = directory;

        Cli.Result result = cli.run(
                "extension", "new", "hello", "--dir", directory.resolve("gone").toString());

        assertEquals(4, result.code());
        assertEquals("portio: " + directory.resolve("gone") + " does not exist; create it first\n", result.err());
    }
}
