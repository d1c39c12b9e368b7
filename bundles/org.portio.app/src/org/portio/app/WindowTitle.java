// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.osgi.util.NLS;

/** The title of the window: whose view of which machine it is, for those who have several on their screen. */
final class WindowTitle {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private WindowTitle() {}

    /** Such as {@code PortIO - build7 (root)}; without the host if only a name server would know it. */
    static String ofSystem() {
        String host = host();
        String user = System.getProperty("user.name", "");
        return host.isEmpty() || user.isEmpty()
                ? Messages.PortioWindow_title
                : NLS.bind(Messages.PortioWindow_titleOf, host, user);
    }

    private static String host() {
        try {
            return Files.readString(HOST_NAME).strip();
        } catch (IOException _) {
            // Not on Linux.
            return System.getenv().getOrDefault("COMPUTERNAME", "");
        }
    }
}
