// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many clients there is room for. */
final class DescriptorLimit {

    /** More than anybody tries something out with. */
    static final int MOST_CLIENTS = 10_000;

    private static final Path LINUX_LIMITS = Path.of("/proc/self/limits");
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d{1,9})\\s");

    private DescriptorLimit() {}

    /** Half of what this process may open is left for all else that it does: the keeper holds ports, and must be reachable. */
    static int clients() {
        try {
            return clients(Files.readString(LINUX_LIMITS));
        } catch (IOException _) {
            // Another system. Where its limit is lower, accepting pauses until there is room again.
            return MOST_CLIENTS;
        }
    }

    static int clients(String limits) {
        Matcher openFiles = OPEN_FILES.matcher(limits);
        return openFiles.find() ? Math.min(MOST_CLIENTS, Integer.parseInt(openFiles.group(1)) / 2) : MOST_CLIENTS;
    }
}
