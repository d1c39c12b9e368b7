// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.system.MissingRight;
import org.portio.reservation.PortKey;

/** Explains why the system refuses a port, and what to do about it. */
final class Denials {

    private Denials() {}

    static HoldException tooManyFiles() {
        return new HoldException(Failure.of(
                Kind.FAILED,
                "not available: this process cannot open more sockets",
                "raise the limit of open files (ulimit -n)"));
    }

    /** Returns the failure for a user who may not bind the port. */
    static HoldException of(PortKey key) {
        int first = firstUnprivileged();
        return new HoldException(
                key.port() < first
                        ? Failure.of(
                                Kind.PERMISSION, "denied: ports below " + first + " need privileges", whatHelps(key))
                        : Failure.of(
                                Kind.PERMISSION,
                                "denied: a policy of this system (such as SELinux) forbids it to this user"));
    }

    private static String whatHelps(PortKey key) {
        return MissingRight.isRoot()
                ? MissingRight.advice("CAP_NET_BIND_SERVICE")
                : "run as root, or allow it for all users: "
                        + MissingRight.command("sysctl -w net.ipv4.ip_unprivileged_port_start=" + key.port());
    }

    static String notLocal(PortKey key) {
        return key.address().isEmpty()
                ? "not available: this machine has neither IPv6 nor IPv4"
                : "not available: " + key.address() + " is not an address of this machine";
    }

    private static int firstUnprivileged() {
        return SystemSettings.value("net/ipv4/ip_unprivileged_port_start")
                .map(Integer::valueOf)
                .orElse(1024);
    }
}
