// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tracing instance of PortIO's own, which disturbs no other one: a directory in tracefs that the kernel fills with files.
 * What a killed process left is removed by the next one.
 */
final class TraceInstance implements AutoCloseable {

    private static final Pattern OURS = Pattern.compile("portio-(\\d+)(-\\d+)?");
    private static final int MOST = 16;
    private static final String EVENT = "events/sock/inet_sock_set_state/enable";

    private final Path directory;

    /**
     * Creates one in which the kernel traces the states of sockets.
     *
     * @param tracefs where tracefs is mounted
     * @param pid the process that it is named after
     * @param isAlive tells whether a pid is that of a living process
     * @throws IOException if there is no tracefs, or the kernel refuses
     */
    TraceInstance(Path tracefs, long pid, LongPredicate isAlive) throws IOException {
        Path instances = tracefs.resolve("instances");
        removeStale(instances, isAlive);
        directory = create(instances, "portio-" + pid);
        try {
            // On the clock of System.nanoTime(), with the process of each thread, and with the number of each socket.
            write("trace_clock", "mono");
            write("options/record-tgid", "1");
            write("options/fields", "1");
            write("options/hash-ptr", "0");
            write(EVENT, "1");
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static Path create(Path instances, String name) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return Files.createDirectory(instances.resolve(i == 0 ? name : name + "-" + i));
            } catch (FileAlreadyExistsException e) {
                if (i == MOST) {
                    throw e;
                }
            }
        }
    }

    private static void removeStale(Path instances, LongPredicate isAlive) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(instances)) {
            for (Path each : all) {
                Matcher ours = OURS.matcher(each.getFileName().toString());
                if (ours.matches() && !isAlive.test(Long.parseLong(ours.group(1)))) {
                    remove(each);
                }
            }
        }
    }

    private static void remove(Path instance) {
        try {
            // The kernel takes away the files in it.
            Files.delete(instance);
        } catch (IOException e) {
            System.getLogger(TraceInstance.class.getName())
                    .log(System.Logger.Level.INFO, "a tracing instance could not be removed: {0}", e.toString());
        }
    }

    private void write(String file, String text) throws IOException {
        Files.write(directory.resolve(file), text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }

    /** Returns the file that what is traced is read from, each line once. */
    Path pipe() {
        return directory.resolve("trace_pipe");
    }

    @Override
    public void close() {
        remove(directory);
    }
}
