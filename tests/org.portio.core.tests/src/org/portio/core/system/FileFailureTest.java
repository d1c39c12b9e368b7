// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileFailureTest {

    /** Java's message of the first two is only the path. */
    @Test
    void saysWhatIsWrongWithTheFile() {
        assertEquals("/a/b: permission denied", FileFailure.text(new AccessDeniedException("/a/b")));
        assertEquals("/a/b does not exist", FileFailure.text(new NoSuchFileException("/a/b")));
        assertEquals("/a/b: FileSystemLoopException", FileFailure.text(new FileSystemLoopException("/a/b")));
        assertEquals(
                "/a/b: Read-only file system",
                FileFailure.text(new FileSystemException("/a/b", null, "Read-only file system")));
    }

    @Test
    void doesNotRepeatAFileThatTheMessageHasNamed() {
        assertEquals("permission denied", FileFailure.reason(new AccessDeniedException("/a/b")));
        assertEquals("it does not exist", FileFailure.reason(new NoSuchFileException("/a/b")));
        assertEquals("FileSystemLoopException", FileFailure.reason(new FileSystemLoopException("/a/b")));
        assertEquals(
                "Read-only file system",
                FileFailure.reason(new FileSystemException("/a/b", null, "Read-only file system")));
    }

    /** Java's own message is "No space left on device", without any file. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full")
    void namesTheFileOnAFullDisk(@TempDir Path folder) throws IOException {
        Path log = Files.createSymbolicLink(folder.resolve("log"), Path.of("/dev/full"));
        IOException appending = assertThrows(IOException.class, () -> PrivateFiles.append(log, "line"));
        assertTrue(FileFailure.text(appending).startsWith(log + ": "), FileFailure.text(appending));

        Path state = folder.resolve("state.json");
        IOException replacing = assertThrows(
                IOException.class,
                () -> AtomicFile.writePrivate(state, true, _ -> {
                    throw new IOException("No space left on device");
                }));
        assertEquals(state + ": No space left on device", FileFailure.text(replacing));
        assertEquals(1, folder.toFile().list().length, "nothing half written is left");
    }

    @Test
    void leavesOtherMessagesAsTheyAre() {
        assertEquals("No space left on device", FileFailure.text(new IOException("No space left on device")));
        assertEquals("IOException", FileFailure.text(new IOException()));
    }
}
