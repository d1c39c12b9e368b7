// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.portio.core.system.CommandRunner;

/** Starts a process for each command and drains both of its streams, so that it never waits for a reader. */
public final class ProcessCommandRunner implements CommandRunner {

    private final String path;

    /**
     * Returns one for processes with this one's environment, or without.
     *
     * @param path all that processes find in their environment; null for what this process has in its own
     */
    public ProcessCommandRunner(String path) {
        this.path = path;
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (path != null) {
            builder.environment().clear();
            builder.environment().put("PATH", path);
        }
        // Messages are shown and never parsed, but those of one language are easier to search for.
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            CompletableFuture<String> out = drain(process.getInputStream());
            CompletableFuture<String> err = drain(process.getErrorStream());
            write(process, input);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " did not finish within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(command.getFirst() + " was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static void write(Process process, String input) {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // It ended without reading: its exit code and its messages say why.
        }
    }

    private static CompletableFuture<String> drain(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        // Not a virtual one: to start the first of those takes a command line longer than most of what it runs.
        Thread.ofPlatform().daemon().name("portio-drain").start(() -> {
            try (stream) {
                text.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                text.completeExceptionally(new UncheckedIOException(e));
            }
        });
        return text;
    }
}
