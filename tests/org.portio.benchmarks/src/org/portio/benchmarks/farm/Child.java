// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.farm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A helper process, seen from its parent: it reports when it is ready, and lives until it is closed. */
final class Child implements AutoCloseable {

    /** Java heap of a helper; a thousand sockets need a few megabytes. */
    private static final String HEAP = "-Xmx48m";

    private static final String HOLD_DESCRIPTORS =
            "for ((i = 0; i < $1; i++)); do exec {fd}</dev/null; done; echo ready; read -r -t 3600";

    private final Process process;

    private Child(List<String> command) {
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a JVM with this main class. */
    static Child java(Class<?> main, Object... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object arg : args) {
            command.add(arg.toString());
        }
        return new Child(command);
    }

    /**
     * Starts a process that is not a JVM, so that hundreds fit in memory, with this many descriptors, none of which
     * is a socket.
     */
    static Child holdingDescriptors(int count) {
        return new Child(List.of("bash", "-c", HOLD_DESCRIPTORS, "bash", String.valueOf(count)));
    }

    long pid() {
        return process.pid();
    }

    void awaitReady() throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        if (!Lifeline.READY.equals(line)) {
            throw new IOException("a helper process ended early; its own message is above. ulimit -n too low?");
        }
    }

    void hangUp() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended by itself, or no longer listens.
            process.destroy();
        }
    }

    @Override
    public void close() {
        hangUp();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
