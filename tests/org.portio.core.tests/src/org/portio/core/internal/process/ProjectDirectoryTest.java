// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.testing.Sockets;

class ProjectDirectoryTest {

    private final ProcessInfo process = Sockets.process(42, "node");

    @TempDir
    private Path scratch;

    @Test
    void isTheNearestDirectoryThatABuildToolKnows() throws IOException {
        Path shop = Files.createDirectories(scratch.resolve("work/shop"));
        Files.createFile(scratch.resolve("work/pom.xml"));
        Files.createFile(shop.resolve("package.json"));
        assertEquals(List.of(project("shop", "package.json in /work/shop")), of("/work/shop", shop));
        assertEquals(
                List.of(project("shop", "package.json in /work/shop")),
                of("/work/shop/src/main", Files.createDirectories(shop.resolve("src/main"))));
        assertEquals(List.of(project("work", "pom.xml in /work")), of("/work", scratch.resolve("work")));
    }

    @Test
    void isUnknownIfNoBuildToolOrNoDirectoryIsSeen() throws IOException {
        Path bare = Files.createDirectories(scratch.resolve("bare"));
        assertEquals(List.of(), of("/bare", bare));
        assertEquals(List.of(), of("/bare (deleted)", scratch.resolve("gone")));
        assertEquals(List.of(), of("", bare));
    }

    @Test
    void looksAtTheFilesThatTheProcessSees() throws IOException {
        Path inside = Files.createDirectories(scratch.resolve("root/srv"));
        Files.createFile(inside.resolve("go.mod"));
        assertEquals(List.of(project("srv", "go.mod in /srv")), of("/srv", inside));
    }

    private static Recognition project(String name, String basis) {
        return new Recognition(Kind.PROJECT, name, basis);
    }

    /** Recognizes by a directory that the process knows under this name. */
    private List<Recognition> of(String name, Path directory) throws IOException {
        Path proc = Files.createTempDirectory(scratch, "proc");
        Files.createSymbolicLink(Files.createDirectory(proc.resolve("42")).resolve("cwd"), directory);
        return new ProjectDirectory(proc).recognize(process, new ProcessOrigin(List.of(), name, "", List.of()));
    }
}
