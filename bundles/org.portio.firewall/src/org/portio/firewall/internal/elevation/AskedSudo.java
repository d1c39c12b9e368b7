// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.PasswordPrompt;

/**
 * Runs {@code sudo -S}, and asks the user for the password as often as sudo wants one. The input proper goes in when the
 * helper says that it reads, and not before: sudo would take it for the next try at the password.
 */
public final class AskedSudo implements CommandRunner {

    /** The words that every command run by this begins with. */
    public static final List<String> SUDO = List.of("sudo", "-S", "-p", SudoPrompts.MARK, "--");

    private static final int CHUNK = 8192;

    private final PasswordPrompt prompt;

    /** Asks through this. */
    public AskedSudo(PasswordPrompt prompt) {
        this.prompt = prompt;
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        // Sudo runs as root, and cannot be killed: without its standard input it gives up.
        try (OutputStream stdin = process.getOutputStream()) {
            return converse(process, stdin, input, System.nanoTime() + limit.toNanos());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("sudo was interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private Result converse(Process process, OutputStream stdin, String input, long deadline)
            throws IOException, InterruptedException {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        SudoPrompts prompts = new SudoPrompts(process.getErrorStream(), stdin, prompt);
        CompletableFuture<String> err = inBackground("portio-sudo-prompts", prompts::readAll);
        CompletableFuture<String> out = inBackground("portio-sudo-out", () -> readAll(process.getInputStream(), ready));
        process.onExit().thenRun(() -> ready.complete(false));
        if (ready.completeOnTimeout(false, left(deadline), TimeUnit.NANOSECONDS).join()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
            stdin.close();
        }
        if (!process.waitFor(left(deadline), TimeUnit.NANOSECONDS)) {
            throw new IOException("sudo did not finish in time");
        }
        if (prompts.isDismissed()) {
            throw new DismissedException();
        }
        return new Result(process.exitValue(), out.join(), err.join());
    }

    private static long left(long deadline) {
        return Math.max(0, deadline - System.nanoTime());
    }

    /** Reads all, and reports when the helper has said that it reads: others may write before it. */
    private static String readAll(InputStream in, CompletableFuture<Boolean> ready) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            all.write(chunk, 0, count);
            if (!ready.isDone() && all.toString(StandardCharsets.UTF_8).contains(HelperAnswer.READY)) {
                ready.complete(true);
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Reading {
        String read() throws IOException;
    }

    private static CompletableFuture<String> inBackground(String name, Reading reading) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                text.complete(reading.read());
            } catch (IOException | RuntimeException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }
}
