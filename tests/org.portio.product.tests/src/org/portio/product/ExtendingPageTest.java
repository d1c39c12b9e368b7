// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/** The pages on extensions are true: their commands work in an empty folder, and their classes are those of the examples. */
class ExtendingPageTest {

    private static final Path DOCS = Checkout.folder().resolve("docs");
    private static final Path EXAMPLES =
            Checkout.folder().resolve("examples/org.portio.example/src/org/portio/example");
    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
    private static final Pattern CLASSES = Pattern.compile("(?ms)^```java\n(// SPDX.*?)^```$");
    private static final Pattern NAME = Pattern.compile("public final class (\\w+)");
    private static final int LONGEST = 60;
    private static final String VIEW = "org.example.hello.view";
    /** A script that starts the window, and ends it as soon as a file has a text; 9 if the window has ended before. */
    private static final String AWAIT_FILE = "portio workbench & pid=$!; until grep -qs \"$1\" \"$0\"; do"
            + " kill -0 $pid 2>/dev/null || exit 9; sleep 0.2; done; kill $pid; wait $pid; exit 0";

    /** Long, because Maven may have to fetch its plugins first. */
    private static final long PATIENCE_SECONDS = 600;

    @TempDir
    private Path folder;

    @Test
    void itsCommandsLeadFromAnEmptyFolderToAFileFormatAndAViewInTheWindow() throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path programs = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(programs.resolve("portio"), Product.home().resolve("portio"));
        Files.createSymbolicLink(programs.resolve("mvn"), Path.of(System.getProperty("portio.maven"), "bin/mvn"));
        Path home = folder.resolve("home");
        Map<String, String> environment = Map.of(
                "PATH",
                programs + ":" + System.getenv("PATH"),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MAVEN_ARGS",
                "-B -ntp -Dmaven.repo.local=" + System.getProperty("portio.repository"),
                "MAVEN_OPTS",
                "-XX:TieredStopAtLevel=1",
                "PORTIO_HOME",
                home.toString());
        String commands = all(COMMANDS, Files.readString(DOCS.resolve("extending.md")));
        String again = commands.lines()
                .filter(line -> line.startsWith("portio save"))
                .findFirst()
                .orElseThrow();
        String script = "set -e; cd '" + work + "'\n" + commands + again;

        Result result;
        // Something must listen, for the page's file format to show it.
        try (ServerSocket _ = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            result = Product.run(environment, List.of("sh", "-c", script), PATIENCE_SECONDS);
        }

        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.out().matches("(?s)Created org.example.hello\\.\n.*TCP .*LISTEN.*"), result::toString);
        assertTrue(result.out().contains("\norg.example.hello 1.0.0: active\n"), result::toString);
        assertTrue(result.out().contains("brings     view 'Hello'\n"), result::toString);
        assertTrue(result.out().contains("brings     file format 'HelloExporter'\n"), result::toString);
        theWindowOpensTheView(environment, home.resolve("state/workbench/.metadata"));
    }

    /** The window remembers that it has opened a view after it has made it; what a view throws is in the log. */
    private static void theWindowOpensTheView(Map<String, String> environment, Path metadata)
            throws IOException, InterruptedException {
        assumeTrue(Product.isInstalled("xvfb-run"), "no Xvfb to show a window in");
        Path opened = metadata.resolve(".plugins/org.eclipse.core.runtime/.settings/org.portio.extension.ui.prefs");
        List<String> window = XServer.around(List.of("sh", "-c", AWAIT_FILE, opened.toString(), VIEW));

        Result result = Product.run(environment, window, PATIENCE_SECONDS);

        assertEquals(0, result.exitCode(), result::toString);
        Path log = metadata.resolve(".log");
        String logged = Files.exists(log) ? Files.readString(log) : "";
        assertFalse(logged.contains("org.example.hello"), logged);
    }

    @Test
    void theClassesOnThePagesAreThoseOfTheExampleAndShort() throws IOException {
        for (String page : List.of("source", "recognizer", "finding", "insight", "backend", "action", "perspective")) {
            String text = Files.readString(DOCS.resolve("howto/" + page + ".md"));
            List<String> classes =
                    CLASSES.matcher(text).results().map(match -> match.group(1)).toList();
            assertEquals(1, classes.size(), page);
            String name = NAME.matcher(classes.getFirst())
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            assertEquals(Files.readString(EXAMPLES.resolve(name + ".java")), classes.getFirst(), page);
        }
        try (var files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                assertTrue(Files.readAllLines(file).size() <= LONGEST, file::toString);
            }
        }
    }

    @Test
    void thePlainExampleIsWhatTheCommandMakes() throws IOException, InterruptedException {
        String name = "org.portio.example.plain";
        Result result = Product.run("extension", "new", name, "--dir", folder.toString());
        assertEquals(0, result.exitCode(), result::toString);
        for (String file : List.of("pom.xml", "src/main/java/org/portio/example/plain/PlainExporter.java")) {
            String example = Files.readString(
                            Checkout.folder().resolve("examples").resolve(name).resolve(file))
                    .lines()
                    .filter(line -> !line.contains("SPDX-License-Identifier"))
                    .collect(Collectors.joining("\n", "", "\n"))
                    .replace("/path/to/portio<", Product.home() + "<");
            assertEquals(example, Files.readString(folder.resolve(name).resolve(file)), file);
        }
    }

    private static String all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.joining());
    }
}
