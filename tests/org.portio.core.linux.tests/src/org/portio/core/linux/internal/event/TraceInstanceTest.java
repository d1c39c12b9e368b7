// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works in a directory that is not a tracefs, so that the kernel does not put files into a new one. */
class TraceInstanceTest {

    @TempDir
    private Path tracefs;

    @Test
    void removesWhatDeadProcessesLeftAndNothingElse() throws IOException {
        for (String name : List.of("portio-41", "portio-41-2", "portio-42", "other-41", "portio-x")) {
            Files.createDirectories(tracefs.resolve("instances").resolve(name));
        }

        assertThrows(IOException.class, () -> new TraceInstance(tracefs, 43, pid -> pid == 42));

        assertEquals(List.of("other-41", "portio-42", "portio-x"), instances());
    }

    private List<String> instances() throws IOException {
        try (Stream<Path> all = Files.list(tracefs.resolve("instances"))) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
