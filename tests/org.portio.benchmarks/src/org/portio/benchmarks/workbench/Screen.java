// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An X server of its own for the windows that are measured. */
final class Screen implements AutoCloseable {

    private static final List<String> XVFB =
            List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp");
    private static final List<String> LIBRARIES = List.of("/lib", "/usr/lib", "/lib64", "/usr/lib64");
    private static final String GTK = "libgtk-3.so.0";

    private final Process server;
    private final String display;

    private Screen(Process server, String display) {
        this.server = server;
        this.display = display;
    }

    /** Returns what a window needs and this machine lacks; empty if nothing is missing. */
    static String missing() {
        boolean xvfb = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "Xvfb")));
        return !xvfb
                ? "Xvfb (Debian: apt-get install xvfb)"
                : hasGtk() ? "" : "GTK 3 (Debian: apt-get install libgtk-3-0)";
    }

    private static boolean hasGtk() {
        // Below a directory of the architecture on some systems, and beside it on others.
        return LIBRARIES.stream().map(Path::of).filter(Files::isDirectory).anyMatch(directory -> {
            try (Stream<Path> below = Files.find(directory, 2, (file, _) -> file.endsWith(GTK))) {
                return below.findAny().isPresent();
            } catch (IOException | java.io.UncheckedIOException e) {
                return false;
            }
        });
    }

    static Screen open() throws IOException {
        Process server = new ProcessBuilder(XVFB)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = server.inputReader().readLine();
        if (number == null) {
            throw new IOException("Xvfb does not start");
        }
        return new Screen(server, ":" + number.strip());
    }

    String display() {
        return display;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
