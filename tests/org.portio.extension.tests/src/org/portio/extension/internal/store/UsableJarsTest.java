// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.system.User;

/** Knowledge that one command leaves for the next. */
class UsableJarsTest {

    private static final Path A = Path.of("/a b\n.jar");
    private static final Path B = Path.of("/b.jar");
    private static final Path C = Path.of("/c.jar");
    private static final List<Path> ALL = List.of(A, B, C);

    @TempDir
    private Path home;

    private UsableJars jars;
    private Path file;

    @BeforeEach
    void begin() {
        jars = new UsableJars(home.resolve("cache"), new Privacy(User.ofSystem()));
        file = home.resolve("cache/usable-extensions");
    }

    @Test
    void areThoseOfTheSameSignature() {
        Map<Path, List<Path>> usable = Map.of(A, List.of(C), C, List.of());
        jars.write("one\ntwo", ALL, usable);
        assertEquals(Optional.of(usable), jars.read("one\ntwo", ALL));
        assertEquals(Optional.empty(), jars.read("one\nthree", ALL));
        assertEquals(Optional.empty(), jars.read("one", ALL));
        jars.write("three", ALL, Map.of());
        assertEquals(Optional.of(Map.of()), jars.read("three", ALL));
    }

    @Test
    void areUnknownIfTheFileIsAbsentOrDamaged() throws IOException {
        assertEquals(Optional.empty(), jars.read("one", ALL));
        jars.write("one", ALL, Map.of());
        for (String damaged : List.of("", "one", "one\n\n3\n", "one\n\n-1\n", "one\n\nx\n", "one\n\n\n")) {
            Files.writeString(file, damaged);
            assertEquals(Optional.empty(), jars.read("one", ALL), damaged);
        }
    }

    @Test
    void areNotTakenFromAFileThatOthersCanWrite() throws IOException {
        jars.write("one", ALL, Map.of());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertEquals(Optional.empty(), jars.read("one", ALL));
    }
}
