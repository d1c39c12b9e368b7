// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The kernel gives one PID to process after process; see {@link PidReuse}, which makes it do so. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class PidReuseTest {

    /** The rounds of each run: one with a read during each program, one with reads at any moment. */
    private static final int ROUNDS = 250;

    @TempDir
    private Path directory;

    @Test
    void noSocketGetsAnEndedProcessOfTheSamePid() throws Exception {
        PidNamespace.assumePossible();
        List<String> arguments = new ArrayList<>(List.of(String.valueOf(ROUNDS)));
        for (String name : List.of("alpha", "beta")) {
            // The kernel calls a program by the name of the file that it was started from.
            Path program =
                    Files.copy(Path.of("/bin/bash"), directory.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            arguments.add(program.toString());
        }

        assertEquals(
                new PidNamespace.Result(0, "ok\n"),
                PidNamespace.run(Programs.java(PidReuse.class, arguments.toArray(String[]::new))));
    }
}
