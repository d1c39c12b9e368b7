// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.portio.core.system.CommandRunner;
import org.portio.testing.LabHost;

/**
 * A machine of the lab with directories of its own, such as {@code /run} and a copy of the configuration, and with
 * processes that end with it: this machine never sees what ufw and firewalld write and start there.
 */
final class Sandbox implements AutoCloseable, CommandRunner {

    private final Process init;
    private final long pid;

    /** Copies the directory of {@code /etc} into this one, which the test can read, and mounts it there. */
    Sandbox(LabHost host, String etcDirectory, Path copy) throws IOException {
        String script = "mount -t tmpfs t /run && mkdir -p /run/dbus && mount -t tmpfs t /var/log"
                + " && mkdir -p " + copy + " && cp -a " + etcDirectory + "/. " + copy
                + " && mount --bind " + copy + " " + etcDirectory + " && echo ready && exec sleep 600";
        init = new ProcessBuilder(
                        "nsenter",
                        "--net=/run/netns/" + host.namespace(),
                        "unshare",
                        "--mount",
                        "--pid",
                        "--fork",
                        "--kill-child=KILL",
                        "--mount-proc",
                        "--propagation",
                        "private",
                        "sh",
                        "-c",
                        script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!"ready".equals(init.inputReader().readLine())) {
            init.destroyForcibly();
            throw new IOException("no sandbox for " + etcDirectory);
        }
        // unshare itself stays outside; its child is the first process inside.
        pid = init.children().findFirst().orElseThrow().pid();
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) throws IOException {
        List<String> all = new ArrayList<>(List.of("nsenter", "-t", String.valueOf(pid), "-m", "-n", "-p"));
        all.addAll(command);
        return CommandRunner.ofSystem().run(all, input, limit);
    }

    String sh(String line) throws IOException {
        Result result = run(List.of("sh", "-c", line), "", Duration.ofSeconds(60));
        if (result.exitCode() != 0) {
            throw new IOException(line + ": " + result.out() + result.err());
        }
        return result.out();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        init.waitFor(10, TimeUnit.SECONDS);
        init.destroyForcibly();
    }

    /**
     * Returns the root that the programs inside see; for readers outside, a directory that has the copy in its place.
     */
    static Path rootFor(Path directory, String etcDirectory) throws IOException {
        Path copy = directory.resolve(etcDirectory.substring(1));
        Files.createDirectories(copy.getParent());
        return copy;
    }
}
