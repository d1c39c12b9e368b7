// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether this process may close connections: on Linux that takes CAP_NET_ADMIN, which it has from its start or never. */
final class CloseRights {

    private static final String EFFECTIVE = "CapEff:";
    private static final int CAP_NET_ADMIN = 12;
    private static final boolean OF_THIS_PROCESS = read(Path.of("/proc/self/status"));

    private CloseRights() {}

    static boolean areThere() {
        return OF_THIS_PROCESS;
    }

    /** Returns true also if the system does not say: then the attempt shows it. */
    private static boolean read(Path status) {
        try {
            return among(Files.readAllLines(status));
        } catch (IOException _) {
            return true;
        }
    }

    /** Looks for the right in the lines of a process's {@code status}. */
    static boolean among(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(EFFECTIVE))
                .map(line -> line.substring(EFFECTIVE.length()).strip())
                .allMatch(mask -> (Long.parseUnsignedLong(mask, 16) >> CAP_NET_ADMIN & 1) == 1);
    }
}
