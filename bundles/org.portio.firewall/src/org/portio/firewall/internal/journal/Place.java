// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The place where a block is in force.
 *
 * @param boot identity of this run of the machine; empty if the system does not tell it
 * @param network network namespace, as {@code net:[4026531840]}; empty if there are none
 */
public record Place(String boot, String network) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final Path NETWORK = Path.of("/proc/self/ns/net");

    public static Place ofSystem() {
        return new Place(bootId(), namespace());
    }

    /** Returns whether both are networks of the same run of the machine, and not the same one. */
    public boolean isElsewhere(Place other) {
        return boot.equals(other.boot)
                && !network.isEmpty()
                && !other.network.isEmpty()
                && !network.equals(other.network);
    }

    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException _) {
            return "";
        }
    }

    private static String namespace() {
        try {
            return Files.readSymbolicLink(NETWORK).toString();
        } catch (IOException | UnsupportedOperationException _) {
            return "";
        }
    }
}
