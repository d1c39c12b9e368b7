// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFailureTest {

    /** Java's message of the first two is the path, and nothing else. */
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
    void leavesOtherMessagesAsTheyAre() {
        assertEquals("No space left on device", FileFailure.text(new IOException("No space left on device")));
        assertEquals("IOException", FileFailure.text(new IOException()));
    }
}
