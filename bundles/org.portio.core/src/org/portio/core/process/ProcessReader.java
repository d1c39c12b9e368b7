// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.portio.core.ProcessInfo;
import org.portio.core.system.User;

/** Reads what {@code /proc/PID} tells of a process. Linux only. */
public final class ProcessReader {

    /** Kernel ticks a second in /proc, for user space 100 on every architecture. */
    private static final long TICK_MILLIS = 10;

    private static final int FIELD_PARENT = 1;
    private static final int FIELD_START = 19;

    private final Path proc;
    private final UserNames users;
    private final long bootMillis;

    /** Returns one that reads below this directory, and names users so. */
    public ProcessReader(Path proc, UserNames users) {
        this.proc = proc;
        this.users = users;
        bootMillis = bootMillis();
    }

    /** Returns the process that has this pid now; {@link #ended} if none has. */
    public ProcessInfo read(int pid) {
        Path directory = proc.resolve(Integer.toString(pid));
        String stat = text(directory.resolve("stat"));
        int nameEnd = stat.lastIndexOf(')');
        if (nameEnd < 0) {
            return ended(pid);
        }
        // A name may have spaces and parentheses of its own; behind the last one, fields are separated by spaces.
        String[] fields = stat.substring(nameEnd + 2).split(" ", FIELD_START + 2);
        return new ProcessInfo(
                pid,
                Instant.ofEpochMilli(bootMillis + Long.parseLong(fields[FIELD_START]) * TICK_MILLIS),
                stat.substring(stat.indexOf('(') + 1, nameEnd),
                text(directory.resolve("cmdline")).replace('\0', ' ').strip(),
                executable(directory),
                user(directory),
                Long.parseLong(fields[FIELD_PARENT]));
    }

    /** Returns a process of which nothing can be read any more. */
    public static ProcessInfo ended(int pid) {
        return new ProcessInfo(pid, null, "(ended)", "", "", null, 0);
    }

    private static String executable(Path directory) {
        try {
            return Files.readSymbolicLink(directory.resolve("exe")).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private User user(Path directory) {
        try {
            return users.of(((Integer) Files.getAttribute(directory, "unix:uid")).longValue() & 0xffffffffL);
        } catch (IOException _) {
            return null;
        }
    }

    /** Returns an empty result if the file may not be read or the process has ended. */
    private static String text(Path file) {
        // Of all of Java's ways the one with the least code in it, which counts where a command has just started.
        try (InputStream in = new FileInputStream(file.toString())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }

    private long bootMillis() {
        return text(proc.resolve("stat"))
                .lines()
                .filter(line -> line.startsWith("btime "))
                .mapToLong(
                        line -> Long.parseLong(line.substring("btime ".length()).strip()) * 1000)
                .findFirst()
                .orElse(0);
    }
}
