// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.PortioException;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.testing.ExtensionJar;

/** Jars whose text would harm a program that only looks at them. */
class HostileJarsTest {

    @TempDir
    private Path home;

    private Extensions extensions;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Places places = Places.of(Map.of("PORTIO_HOME", home.toString()), "Linux", home);
        extensions = Extensions.of(() -> places, null, User.ofSystem(), Extensions.class.getClassLoader());
    }

    private Path folder(String file) {
        return home.resolve("data/extensions").resolve(file);
    }

    private void assertWhy(Problem.Kind kind, String text) {
        Problem problem = extensions.list().getFirst().problem();
        assertEquals(text, problem.text());
        assertEquals(kind, problem.kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./../x",
                "../../../evil",
                "/tmp/x",
                "..",
                ".",
                ".x",
                "a..b",
                "a/b",
                "a\\\\b",
                "C:x",
                "a\u00e9",
                "\"a b\""
            })
    void nameThatWouldLeadElsewhere(String name) throws IOException {
        Path bad = ExtensionJar.of(name).write(home.resolve("elsewhere.jar"));
        ExtensionException refused = assertThrows(ExtensionException.class, () -> extensions.install(bad));
        assertEquals(PortioException.Kind.REFUSED, refused.kind());
        assertEquals(
                bad + " is not an OSGi bundle: its Bundle-SymbolicName '" + name.replace("\"", "")
                        + "' is not valid; use letters, digits, '_' and '-' in parts separated by dots, at most 200"
                        + " characters",
                refused.getMessage());
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void versionThatWouldLeadElsewhere() {
        ExtensionJar.of("bad").header("Bundle-Version", "1.0.0./../x").write(folder("bad.jar"));
        assertWhy(Problem.Kind.NOT_A_BUNDLE, "is not an OSGi bundle: '1.0.0./../x' is not a version");
    }

    @Test
    void nameLongerThanThatOfAFile() {
        ExtensionJar.of("a".repeat(1000)).write(folder("bad.jar"));
        assertWhy(
                Problem.Kind.NOT_A_BUNDLE,
                "is not an OSGi bundle: its Bundle-SymbolicName '" + "a".repeat(60) + "...' is not valid; use letters,"
                        + " digits, '_' and '-' in parts separated by dots, at most 200 characters");
    }

    /** Would take longer than the universe is old if the patterns were regular expressions. */
    @Test
    void patternsThatAreRegularExpressions() {
        String name = "OSGI-INF/" + "a".repeat(60) + ".xml";
        ExtensionJar.of("bad")
                .header("Service-Component", "OSGI-INF/\\E(a+)+\\Q*x.xml,OSGI-INF/" + "*a".repeat(200) + "*b.xml")
                .file(name, "<x/>")
                .header("Provide-Capability", "com.bad;name=\"" + "a".repeat(5000) + "\"")
                .header("Require-Capability", "com.bad;filter:=\"(name=" + "*a".repeat(200) + "*b)\"")
                .write(folder("bad.jar"));
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertWhy(
                        Problem.Kind.CAPABILITY_MISSING,
                        "needs the capability com.bad, but bad 1.0.0 has it with other properties"));
    }
}
