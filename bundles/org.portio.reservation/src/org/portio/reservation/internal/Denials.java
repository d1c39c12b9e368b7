// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.reservation.PortKey;
import org.portio.reservation.internal.HoldException.Reason;

/** Why the system refuses a port, and what to do about it. */
final class Denials {

    static final String TOO_MANY_FILES =
            "not to be held: this process may not have more sockets; raise the limit of" + " open files (ulimit -n)";

    private static final Path FIRST_FREE = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");

    private Denials() {}

    /** For who may not bind it. */
    static HoldException of(PortKey key) {
        int first = firstUnprivileged();
        String why = key.port() < first
                ? "denied: ports below " + first
                        + " need privileges; run as root, or let all users have it: sudo sysctl"
                        + " -w net.ipv4.ip_unprivileged_port_start=" + key.port()
                : "denied: a policy of this system (as SELinux) forbids it to this user";
        return new HoldException(Reason.DENIED, why, null);
    }

    static String notLocal(PortKey key) {
        return key.address().isEmpty()
                ? "not to be held: this machine has neither IPv6 nor IPv4"
                : "not to be held: " + key.address() + " is no address of this machine";
    }

    private static int firstUnprivileged() {
        try {
            return Integer.parseInt(Files.readString(FIRST_FREE).strip());
        } catch (IOException | NumberFormatException _) {
            return 1024;
        }
    }
}
