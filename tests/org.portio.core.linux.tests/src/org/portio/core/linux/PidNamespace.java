// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs commands as the first process of a pid namespace, in which pids can be chosen. */
final class PidNamespace {

    /** The result of a command. */
    public record Result(int code, String output) {}

    /** Also a network of its own: the machine's other sockets would only make each read longer. */
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

    private PidNamespace() {}

    /** Skips the test if such a namespace cannot be made. */
    static void assumePossible() throws Exception {
        Result trial;
        try {
            trial = run(List.of("sh", "-c", "echo 100 >/proc/sys/kernel/ns_last_pid"));
        } catch (IOException e) {
            trial = new Result(-1, e.getMessage());
        }
        assumeTrue(
                trial.code() == 0, "needs root, unshare, ip, and a kernel that lets pids be chosen: " + trial.output());
    }

    static Result run(List<String> command) throws Exception {
        Path output = Files.createTempFile("output", ".txt");
        Process process = new ProcessBuilder(
                        Stream.concat(IN_NAMESPACES.stream(), command.stream()).toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "still running: " + command);
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }
}
