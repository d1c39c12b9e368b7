// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ProcessInfo;

/** Tests on files in Linux's form, in a directory that stands for /proc. */
class ProcessReaderTest {

    @TempDir
    private Path proc;

    @BeforeEach
    void writeWhatTheSystemTells() throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  1 2 3\nctxt 99\nbtime 1772366400\nprocesses 5\n");
    }

    @Test
    void readsAProcessWhoseNameHasSpacesAndParentheses() throws IOException {
        Path directory = Files.createDirectory(proc.resolve("42"));
        Files.writeString(
                directory.resolve("stat"),
                "42 (tmux: (serv) er) S 7 42 42 0 -1 4194560 1 0 0 0 12 3 0 0 20 0 1 0 12345 1000 2 0 0\n");
        Files.writeString(directory.resolve("cmdline"), "tmux\0new -s\0main\0");
        Files.createSymbolicLink(directory.resolve("exe"), Path.of("/usr/bin/tmux"));

        ProcessInfo process = reader().read(42);

        assertEquals("tmux: (serv) er", process.name());
        assertEquals(7, process.parentPid());
        assertEquals("tmux new -s main", process.commandLine());
        assertEquals("/usr/bin/tmux", process.executable());
        assertEquals(Instant.ofEpochSecond(1_772_366_400).plusMillis(123_450), process.startTime());
    }

    @Test
    void saysThatAProcessHasEnded() {
        ProcessInfo process = reader().read(43);

        assertEquals(43, process.pid());
        assertEquals("(ended)", process.name());
        assertNull(process.startTime());
    }

    @Test
    void namesUsersByThePasswdFileAndOthersByTheirNumber() {
        UserNames users = new UserNames(List.of("root:x:0:0:root:/root:/bin/bash", "# no entry", "ann:x:1000:1000::"));

        assertEquals("root", users.of(0).name());
        assertEquals("ann", users.of(1000).name());
        assertEquals("4294967294", users.of(4_294_967_294L).name());
    }

    private ProcessReader reader() {
        return new ProcessReader(proc, new UserNames(List.of()));
    }
}
