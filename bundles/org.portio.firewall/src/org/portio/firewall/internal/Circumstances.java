// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.portio.core.User;

/**
 * Who blocks, and where.
 *
 * @param user id of the user who runs PortIO, in the letters of a tag
 * @param boot identity of this run of the machine; empty where the system does not tell it
 * @param sshPorts local ports of the SSH session in which PortIO runs
 * @param tombstones of blocks that another user removed by force
 */
record Circumstances(String user, String boot, Set<Integer> sshPorts, InstantSource clock, Tombstones tombstones) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    static Circumstances ofSystem() {
        return new Circumstances(
                User.ofSystem().id(), bootId(), SshSession.ports(), InstantSource.system(), Tombstones.ofSystem());
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException _) {
            return "";
        }
    }
}
