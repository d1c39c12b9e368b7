// SPDX-License-Identifier: EPL-2.0
package org.portio.core.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Settings and limits that Linux shows as files; elsewhere there are none. */
public final class SystemSettings {

    private static final Path SETTINGS = Path.of("/proc/sys");
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d+)");
    private static final int LONGEST = 1 << 16;

    private SystemSettings() {}

    /** Returns whether this system has such files, though they may not be shown to this process. */
    public static boolean areThere() {
        return Files.exists(LIMITS);
    }

    /** Returns whether the settings can be read here: {@code /proc} may be mounted without them (subset=pid). */
    public static boolean areShown() {
        return Files.isDirectory(SETTINGS);
    }

    /** Returns the setting of this name, as {@code net/ipv4/ip_local_port_range}; empty if there is none, or it is empty. */
    public static Optional<String> value(String name) {
        return tryToRead(SETTINGS.resolve(name));
    }

    /**
     * Returns what stands in such a file, without blanks around it. In one read: the kernel has a number end after the first one,
     * and Java's own ways begin with one of a single byte.
     */
    public static String read(Path file) throws IOException {
        byte[] buffer = new byte[LONGEST];
        try (InputStream in = Files.newInputStream(file)) {
            int length = Math.max(0, in.read(buffer));
            return new String(buffer, 0, length, StandardCharsets.US_ASCII).strip();
        }
    }

    private static Optional<String> tryToRead(Path file) {
        try {
            return Optional.of(read(file)).filter(text -> !text.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Returns how many descriptors this process may have; empty if it is not known. */
    public static Optional<Integer> openFilesLimit() {
        return tryToRead(LIMITS).map(OPEN_FILES::matcher).filter(Matcher::find).map(found ->
                (int) Math.min(Integer.MAX_VALUE, Long.parseLong(found.group(1))));
    }
}
