// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageCheckTest {

    @TempDir
    private Path folder;

    @Test
    void saysHowMuchSpaceThereIsForADirectoryThatDoesNotExistYet() {
        HealthReport.Result result = new StorageCheck(folder.resolve("a/b")).result();

        assertTrue(result.fine(), result.text());
        assertTrue(result.text().matches("in .*b, [\\d,]+ MB free"), result.text());
        assertFalse(Files.exists(folder.resolve("a")), "a check writes nothing");
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNotAPlaceToWriteTo() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        HealthReport.Result result = new StorageCheck(file.resolve("data")).result();

        assertFalse(result.fine());
        assertTrue(
                result.text().endsWith("data cannot be written to: nothing can be reserved or blocked"), result.text());
    }

    /** The file system of processes never has space. */
    @Test
    void aFullDiskIsToldBeforeAnythingIsLost() {
        Path full = Path.of("/proc/self/task");
        assumeTrue(Files.isWritable(full), "no file system without space is there, or not for this user");

        HealthReport.Result result = new StorageCheck(full).result();

        assertEquals("in /proc/self/task, 0 MB free", result.text());
        assertFalse(result.fine());
    }
}
