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
 * @param place the machine's run and network that PortIO is in
 * @param sessions the SSH sessions in which PortIO runs
 * @param tombstones of blocks that another user removed by force
 */
record Circumstances(String user, Place place, Set<SshSession> sessions, InstantSource clock, Tombstones tombstones) {

    /**
     * Where a block is in force.
     *
     * @param boot identity of this run of the machine; empty where the system does not tell it
     * @param network network namespace, as {@code net:[4026531840]}; empty where there are none
     */
    record Place(String boot, String network) {

        private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
        private static final Path NETWORK = Path.of("/proc/self/ns/net");

        static Place ofSystem() {
            return new Place(bootId(), namespace());
        }

        /** Whether both are networks of the same run of the machine, and not the same one. */
        boolean isElsewhere(Place other) {
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

    static Circumstances ofSystem() {
        return new Circumstances(
                User.ofSystem().id(),
                Place.ofSystem(),
                SshSession.ofThisProcess(),
                InstantSource.system(),
                Tombstones.ofSystem());
    }

    boolean isOver(JournalEntry entry) {
        return entry.isOver(clock.instant(), place.boot());
    }

    /** Whether it was made in another network, whose rules are not seen from here. */
    boolean isElsewhere(JournalEntry entry) {
        return place.isElsewhere(entry.place());
    }
}
