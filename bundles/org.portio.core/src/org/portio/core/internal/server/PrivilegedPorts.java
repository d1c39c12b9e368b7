// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The low ports, which need privileges. */
final class PrivilegedPorts {

    private static final int USUAL = 1024;
    private static final int LONGEST = 16;
    private static final Path LINUX_SETTING = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");

    private PrivilegedPorts() {}

    /** The first port that anybody may bind. */
    static int firstFree() {
        // In one piece: Files.readString reads the first byte alone, after which Linux says that this was all.
        try (InputStream in = Files.newInputStream(LINUX_SETTING)) {
            return Integer.parseInt(new String(in.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip());
        } catch (IOException | NumberFormatException _) {
            // Another system, or one that does not tell: it is the same nearly everywhere.
            return USUAL;
        }
    }
}
