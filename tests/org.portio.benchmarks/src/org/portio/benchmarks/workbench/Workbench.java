// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged workbench, started through its own start script, until its first rows are painted. */
final class Workbench implements AutoCloseable {

    private static final Pattern FIRST_ROWS = Pattern.compile("first rows painted at (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process script;
    private final Path output;
    private final Duration untilFirstRows;

    private Workbench(Process script, Path output, Duration untilFirstRows) {
        this.output = output;
        this.script = script;
        this.untilFirstRows = untilFirstRows;
    }

    /**
     * Starts it with its files in this directory, where an earlier start may have left what makes the next one
     * faster.
     */
    static Workbench start(Path product, Path home, Screen screen) throws IOException {
        Path options = Files.writeString(home.resolve("options"), "org.portio.ui/firstRows=true\n");
        Path log = home.resolve("state/workbench/.metadata/.log");
        Files.deleteIfExists(log);
        ProcessBuilder builder = new ProcessBuilder(
                List.of(product.resolve("portio").toString(), "workbench", "-debug", options.toString()));
        builder.environment().put("PORTIO_HOME", home.toString());
        builder.environment().put("DISPLAY", screen.display());
        builder.environment().remove("WAYLAND_DISPLAY");
        Path output = home.resolve("output.txt");
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        Instant start = Instant.now();
        Process script = builder.start();
        try {
            return new Workbench(
                    script, output, Duration.between(start, awaitFirstRows(script, log, start.plus(PATIENCE))));
        } catch (IOException e) {
            stop(script);
            throw new IOException(e.getMessage() + "\n" + Files.readString(output), e);
        }
    }

    private static Instant awaitFirstRows(Process script, Path log, Instant end) throws IOException {
        while (script.isAlive() && Instant.now().isBefore(end)) {
            Matcher line = FIRST_ROWS.matcher(Files.exists(log) ? Files.readString(log) : "");
            if (line.find()) {
                return Instant.parse(line.group(1));
            }
            sleep(Duration.ofMillis(50));
        }
        throw new IOException("the workbench shows no rows; it has said:");
    }

    private static void sleep(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Returns what it has written to its standard streams. */
    String output() throws IOException {
        return Files.readString(output);
    }

    Duration untilFirstRows() {
        return untilFirstRows;
    }

    /** Returns the JVM that the start script has started. */
    long pid() {
        return script.children().findFirst().orElseThrow().pid();
    }

    @Override
    public void close() throws IOException {
        stop(script);
    }

    /** Ends it as a user's session does: then the JVM leaves behind what makes the next start faster. */
    private static void stop(Process script) throws IOException {
        List<ProcessHandle> all = script.descendants().toList();
        script.destroy();
        try {
            if (!script.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                script.destroyForcibly();
            }
            for (ProcessHandle each : all) {
                each.onExit()
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .exceptionally(_ -> {
                            each.destroyForcibly();
                            return each;
                        })
                        .join();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }
}
