// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes down what the kernel says of the states of all TCP sockets, in an instance of tracefs of its own. */
final class Truth implements AutoCloseable {

    private static final Pattern LINE =
            Pattern.compile("\\s(\\d+)\\.(\\d{6}): inet_sock_set_state: .* sport=(\\d+) dport=(\\d+) "
                    + ".* oldstate=TCP_(\\w+) newstate=TCP_(\\w+)");

    /**
     * The ends of a socket.
     *
     * @param remotePort 0 for a listener
     */
    record Ends(int localPort, int remotePort) {}

    /** The time in which a socket certainly was there, in nanoseconds of {@link System#nanoTime}. */
    record Life(Ends ends, long from, long until) {}

    private final Path tracefs;
    private final Path instance;

    private Truth(Path tracefs, Path instance) {
        this.tracefs = tracefs;
        this.instance = instance;
    }

    /** Begins, with a tracefs of its own, since that of the machine may not be mounted. */
    static Truth begin() throws IOException, InterruptedException {
        Path tracefs = Files.createTempDirectory("portio-tracefs");
        boolean isMounted = run("mount", "-t", "tracefs", "tracefs", tracefs.toString()) == 0;
        if (!isMounted) {
            Files.delete(tracefs);
        }
        assumeTrue(isMounted, "skipped: tracefs cannot be mounted here");
        Path instance = tracefs.resolve(
                "instances/portio-truth-" + ProcessHandle.current().pid());
        Files.createDirectory(instance);
        Truth truth = new Truth(tracefs, instance);
        truth.set("trace_clock", "mono");
        truth.set("buffer_size_kb", "65536");
        truth.set("events/sock/inet_sock_set_state/enable", "1");
        return truth;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void set(String file, String value) throws IOException {
        Files.writeString(instance.resolve(file), value, StandardOpenOption.WRITE);
    }

    /** Returns the lives of all sockets that have one of these ports and have ended. */
    List<Life> lives(List<Integer> ports) throws IOException {
        List<Life> lives = new ArrayList<>();
        Map<Ends, Long> begun = new HashMap<>();
        for (String line : Files.readAllLines(instance.resolve("trace"), StandardCharsets.ISO_8859_1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.find()) {
                Ends ends = new Ends(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
                if (ports.contains(ends.localPort()) || ports.contains(ends.remotePort())) {
                    long time =
                            Long.parseLong(matcher.group(1)) * 1_000_000_000 + Long.parseLong(matcher.group(2)) * 1000;
                    change(ends, matcher.group(6), time, begun, lives);
                }
            }
        }
        return lives;
    }

    private static void change(Ends ends, String state, long time, Map<Ends, Long> begun, List<Life> lives) {
        if (state.equals("ESTABLISHED") || state.equals("LISTEN")) {
            begun.putIfAbsent(ends, time);
        } else if (state.equals("CLOSE") && begun.containsKey(ends)) {
            lives.add(new Life(ends, begun.remove(ends), time));
        }
    }

    @Override
    public void close() throws IOException {
        set("events/sock/inet_sock_set_state/enable", "0");
        Files.delete(instance);
        try {
            run("umount", tracefs.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
        Files.delete(tracefs);
    }
}
