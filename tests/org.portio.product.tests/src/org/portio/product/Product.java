// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged product for the machine that the tests run on, started through its own start script. */
final class Product {

    /** The result of a finished command. */
    public record Result(int exitCode, String out, String err) {}

    private static final long PATIENCE_SECONDS = 300;

    private Product() {}

    /** Returns the directory with all products and archives. */
    static Path products() {
        return Path.of(System.getProperty("portio.products"));
    }

    /** Returns the directory of the product for this machine. */
    static Path home() {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return products().resolve("org.portio.product/linux/gtk/" + arch + "/portio");
    }

    /** Runs one command of the command line to its end, without a display. */
    static Result run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), arguments);
    }

    /** Runs one command with further environment variables. */
    static Result run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home().resolve("portio").toString()));
        command.addAll(List.of(arguments));
        return run(environment, command);
    }

    /** Runs any program to its end, and collects what it writes. */
    static Result run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        return run(environment, command, PATIENCE_SECONDS);
    }

    /** Runs any program that may need a while, such as a script of many commands. */
    static Result run(Map<String, String> environment, List<String> command, long patienceSeconds)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("portio-out", ".txt");
        Path err = Files.createTempFile("portio-err", ".txt");
        try {
            Process process = builder(environment, command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            await(process, command, patienceSeconds);
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static ProcessBuilder builder(Map<String, String> environment, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().remove("DISPLAY");
        // Not in the home of the user who runs the tests.
        builder.environment()
                .put(
                        "PORTIO_HOME",
                        Path.of("target", "portio-home").toAbsolutePath().toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static void await(Process process, List<String> command, long patienceSeconds) throws InterruptedException {
        if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + patienceSeconds + " s: " + command);
        }
    }

    /** Returns the beginning of a command that root runs as the user nobody. */
    static List<String> asNobody() {
        return List.of("setpriv", "--reuid", "65534", "--clear-groups");
    }

    /** Returns whether this is root, and the user nobody can start the product in its place. */
    static boolean canRunAsNobody() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name")) || !isInstalled("setpriv")) {
            return false;
        }
        List<String> command = new ArrayList<>(asNobody());
        command.addAll(List.of(home().resolve("portio").toString(), "--version"));
        return run(Map.of(), command).exitCode() == 0;
    }

    /** Returns whether a program is on PATH. */
    static boolean isInstalled(String program) {
        try {
            return run(Map.of(), List.of("sh", "-c", "command -v " + program)).exitCode() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
