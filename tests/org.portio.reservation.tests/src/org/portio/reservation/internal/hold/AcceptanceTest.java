// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at folders in the form of {@code /proc}, at moments that a real process only rarely shows. */
class AcceptanceTest {

    private static final long INODE = 4711;
    private static final String SLEEPS = "230 0x1 0x0 0x7ffc0 0x0 0x0 0x0 0x7ffc1 0x7f1";

    @TempDir
    Path process;

    @BeforeEach
    void hasTheSocketAsItWasGiven() throws IOException {
        Files.createDirectories(process.resolve("fd"));
        Files.createSymbolicLink(process.resolve("fd/3"), Path.of("socket:[" + INODE + "]"));
        Files.createDirectories(process.resolve("fdinfo"));
        Files.writeString(process.resolve("fdinfo/3"), "pos:\t0\nflags:\t02\n");
        Files.createDirectories(process.resolve("task/1"));
    }

    @Test
    void aThreadThatDoesSomethingElseDoesNotAccept() throws IOException {
        Files.writeString(process.resolve("task/1/syscall"), SLEEPS);
        assertFalse(isSeen());
    }

    @Test
    void aThreadThatHasEndedDoesNotAccept() {
        assertFalse(isSeen());
    }

    @Test
    void aProcessThatHasEndedDoesNotAccept() {
        assertFalse(new Acceptance(process.resolve("gone"), INODE).isSeen());
    }

    @Test
    void nothingSpeaksAgainstAThreadThatMayNotBeLookedAt() throws IOException {
        // Reading a folder fails, for root as well.
        Files.createDirectory(process.resolve("task/1/syscall"));
        assertTrue(isSeen());
    }

    private boolean isSeen() {
        return new Acceptance(process, INODE).isSeen();
    }
}
