// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;

/** The kernel gives a pid to one process after another; see {@link PidReuse}, which runs where it can be made to. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class PidReuseTest {

    /** Twice: once with a read in each, once with reads at any moment. */
    private static final int ROUNDS = 500;
    /** A network of its own, too: what else the machine has open would only make each read longer. */
    private static final List<String> IN_NAMESPACES = List.of(
            "unshare",
            "--pid",
            "--net",
            "--fork",
            "--kill-child",
            "--mount-proc",
            "sh",
            "-c",
            "ip link set lo up && exec \"$@\"",
            "sh");

    private record Result(int code, String output) {}

    @TempDir
    private Path directory;

    @BeforeEach
    void needsNamespacesWhosePidsCanBeChosen() throws Exception {
        Result trial;
        try {
            trial = inNamespaces(List.of("sh", "-c", "echo 100 >/proc/sys/kernel/ns_last_pid"));
        } catch (IOException e) {
            trial = new Result(-1, e.getMessage());
        }
        assumeTrue(
                trial.code() == 0, "needs root, unshare, ip, and a kernel that lets pids be chosen: " + trial.output());
    }

    @Test
    void noSocketGetsAnEndedProcessOfTheSamePid() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                PidReuse.class.getName(),
                String.valueOf(ROUNDS)));
        for (String name : List.of("alpha", "beta")) {
            // The kernel calls a program by the name of the file that it was started from.
            Path program =
                    Files.copy(Path.of("/bin/bash"), directory.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            command.add(program.toString());
        }

        assertEquals(new Result(0, "ok\n"), inNamespaces(command));
    }

    private Result inNamespaces(List<String> command) throws Exception {
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Stream.concat(IN_NAMESPACES.stream(), command.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running: " + command);
        } finally {
            process.destroyForcibly();
        }
        return new Result(process.exitValue(), Files.readString(output));
    }

    private static String classPath() {
        return Stream.of(Connection.class, LinuxConnectionSource.class, PidReuse.class)
                .map(PidReuseTest::place)
                .collect(Collectors.joining(":"));
    }

    /** Where a class comes from: a jar, or the directory of a bundle that has just been built. */
    private static String place(Class<?> type) {
        Path place = Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
        Path classes = place.resolve("target/classes");
        return (Files.isDirectory(classes) ? classes : place).toString();
    }
}
