// SPDX-License-Identifier: EPL-2.0
package org.portio.app.elevation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.app.elevation.RootWorkbench.Outcome;

/** Starts of a workbench by something in the place of {@code pkexec}. */
class RootWorkbenchTest {

    @TempDir
    private Path folder;

    @Test
    void passesOnWhatAWindowNeedsAndNothingElse() {
        Map<String, String> environment =
                Map.of("DISPLAY", ":3", "XAUTHORITY", "/x", "LANG", "de_DE.UTF-8", "PATH", "/bad", "HOME", "/home/me");

        assertEquals(
                List.of(
                        "/usr/bin/pkexec",
                        "env",
                        "PORTIO_ANNOUNCES_WINDOW=1",
                        "DISPLAY=:3",
                        "XAUTHORITY=/x",
                        "LANG=de_DE.UTF-8",
                        "/opt/portio/portio",
                        "workbench"),
                new RootWorkbench(Path.of("/usr/bin/pkexec"), Path.of("/opt/portio/portio"), environment).command());
    }

    @Test
    void theFileThatXServersUseByThemselvesIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve(".Xauthority"));
        RootWorkbench root =
                new RootWorkbench(Path.of("/p"), Path.of("/q"), Map.of("DISPLAY", ":0", "HOME", folder.toString()));

        assertEquals("XAUTHORITY=" + file, root.command().get(4));
    }

    @Test
    void itsWindowIsAwaited() throws Exception {
        assertEquals(Outcome.SHOWN, start("echo GTK warns; echo window shown; sleep 1"));
    }

    @Test
    void aDialogWithoutAPasswordIsNoFailure() throws Exception {
        assertEquals(Outcome.NOT_ALLOWED, start("exit 126"));
    }

    @Test
    void anEndBeforeTheWindowIsAFailure() throws Exception {
        assertEquals(Outcome.FAILED, start("exit 4"));
    }

    private Outcome start(String script) throws IOException, InterruptedException {
        Path asker = folder.resolve("asker");
        Files.writeString(asker, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(asker, PosixFilePermissions.fromString("rwx------"));
        return new RootWorkbench(asker, Path.of("/portio"), Map.of()).start();
    }
}
