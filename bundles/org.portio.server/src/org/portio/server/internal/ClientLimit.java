// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of clients for which there is room. */
final class ClientLimit {

    /** More than anybody tries something out with. */
    static final int MOST_CLIENTS = 10_000;

    private static final Path LINUX_LIMITS = Path.of("/proc/self/limits");
    private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files\\s+(\\d{1,9})\\s");

    /**
     * The heap of a busy client, in bytes: its buffer, its thread's stack, and the room that the collector needs to
     * keep up.
     */
    private static final long HEAP_FOR_ONE = 20 * 1024;

    private ClientLimit() {}

    /**
     * Returns the limit, half of the descriptors; the rest is for all else, since the keeper holds ports and must be
     * reachable.
     */
    static int here() {
        long heap = Runtime.getRuntime().maxMemory();
        try {
            return of(Files.readString(LINUX_LIMITS), heap);
        } catch (IOException _) {
            // Another system. If its limit is lower, accepting pauses until there is room again.
            return of("", heap);
        }
    }

    /** @param limits as in Linux's file; what it does not tell is taken for no limit */
    static int of(String limits, long heap) {
        Matcher openFiles = OPEN_FILES.matcher(limits);
        long byDescriptors = openFiles.find() ? Long.parseLong(openFiles.group(1)) / 2 : MOST_CLIENTS;
        return (int) Math.min(MOST_CLIENTS, Math.min(byDescriptors, heap / HEAP_FOR_ONE));
    }
}
