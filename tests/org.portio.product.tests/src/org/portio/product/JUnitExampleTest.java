// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.product.Product.Result;

/** The example with tests is built and run as by somebody else, with nothing of PortIO but the one jar. */
class JUnitExampleTest {

    private static final Path EXAMPLE = Checkout.folder().resolve("examples/org.portio.example.junit");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(// SPDX.*?)^```$");
    /** Long, because Maven may have to fetch its plugins first. */
    private static final long PATIENCE_SECONDS = 600;

    @TempDir
    private Path folder;

    @Test
    void itsTestsPassAndTheLeakIsNamed() throws IOException, InterruptedException {
        Path project = folder.resolve("project");
        copy(project);
        Path jar = Files.copy(
                Product.home().resolve("lib/portio-junit.jar"),
                Files.createDirectories(folder.resolve("elsewhere/lib")).resolve("portio-junit.jar"));

        Result result = Product.run(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", "-XX:TieredStopAtLevel=1"),
                List.of(
                        Path.of(System.getProperty("portio.maven"), "bin/mvn").toString(),
                        "-B",
                        "-ntp",
                        "-Dmaven.repo.local=" + System.getProperty("portio.repository"),
                        "-f",
                        project.toString(),
                        "-Dportio=" + jar.getParent().getParent(),
                        "-Dtest=*Test,LeaksOnPurpose",
                        "test"),
                PATIENCE_SECONDS);

        assertEquals(1, result.exitCode(), result::toString);
        assertTrue(result.out().contains("Tests run: 4, Failures: 1, Errors: 0, Skipped: 0"), result::toString);
        assertTrue(
                result.out()
                        .matches("(?s).*LeaksOnPurpose.forgetsToClose.*this test leaves a port open: TCP \\S+:\\d+"
                                + " of this process, opened at org.portio.example.junit.Greeter.<init>\\(.*"),
                result::toString);
        assertFalse((result.out() + result.err()).contains("restricted method"), result::toString);
    }

    private static void copy(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(file -> !file.startsWith(EXAMPLE.resolve("target")))
                    .toList()) {
                Files.copy(file, target.resolve(EXAMPLE.relativize(file)));
            }
        }
    }

    @Test
    void theClassOnThePageIsThatOfTheExample() throws IOException {
        List<String> classes = JAVA.matcher(Files.readString(Checkout.folder().resolve("docs/howto/junit.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertEquals(
                List.of(Files.readString(EXAMPLE.resolve("src/test/java/org/portio/example/junit/GreeterTest.java"))),
                classes);
    }
}
