// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that only raises a window shows no splash. */
class RunningWorkbenchTest {

    @TempDir
    private Path area;

    @Test
    void isSeenByItsMark() throws IOException {
        Files.writeString(area.resolve("running"), ProcessHandle.current().pid() + "\n");

        assertTrue(RunningWorkbench.isSeen(area.toString()));
    }

    @Test
    void isNotSeenOnceItsProcessIsGone() throws IOException {
        Files.writeString(area.resolve("running"), String.valueOf(Long.MAX_VALUE));

        assertFalse(RunningWorkbench.isSeen(area.toString()));
    }

    @Test
    void isNotSeenWithoutAMarkThatCanBeRead() throws IOException {
        assertFalse(RunningWorkbench.isSeen(area.toString()));
        Files.writeString(area.resolve("running"), "nobody");
        assertFalse(RunningWorkbench.isSeen(area.toString()));
    }
}
