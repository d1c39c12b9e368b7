// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;

/**
 * Who blocks, and where.
 *
 * @param user a uid in decimal, or where the system has none the user's name in the letters of a tag
 * @param boot identity of this run of the machine; empty where the system does not tell it
 * @param sshPorts local ports of the SSH session in which PortIO runs
 */
record Circumstances(String user, String boot, Set<Integer> sshPorts, InstantSource clock) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    static Circumstances ofSystem() {
        return new Circumstances(userId(), bootId(), SshSession.ports(), InstantSource.system());
    }

    private static String userId() {
        try {
            return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            String name = System.getProperty("user.name", "").toLowerCase(Locale.ROOT);
            return name.replaceAll("[^a-z0-9-]", "-").replaceFirst("^$", "unknown");
        }
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
