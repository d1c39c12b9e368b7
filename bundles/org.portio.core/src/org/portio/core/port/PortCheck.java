// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressFamily;
import org.portio.core.internal.PortChecker;

/**
 * Whether a local port is in use, by whom, and how that is known.
 *
 * @param checks one for each protocol and address family that was asked for
 */
public record PortCheck(int port, List<Check> checks) {

    /** The evidence for an answer. */
    public enum Evidence {
        /** Sockets of the snapshot have the port. */
        LISTED,
        /** No IPv4 socket has it, but an IPv6 socket that takes IPv4 as well. */
        DUAL_STACK,
        /** No socket has it; binding it for a moment told. */
        PROBE,
        /** No socket has it; binding it was not allowed, so that a hidden holder cannot be ruled out. */
        DENIED,
        /** The machine does not have this address family. */
        UNAVAILABLE;

        /** Lower-case name, as in {@code dual-stack}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The answer for one protocol and address family.
     *
     * @param connections the sockets that have the port, leftovers in TIME-WAIT included
     */
    public record Check(
            Protocol protocol, AddressFamily family, boolean inUse, Evidence evidence, List<Connection> connections) {

        public Check {
            connections = List.copyOf(connections);
        }

        /** Returns one phrase for the user that begins with {@code in use} or {@code free}. */
        public String explanation() {
            return switch (evidence) {
                case LISTED -> "in use";
                case DUAL_STACK -> "in use by an IPv6 socket that also accepts IPv4";
                case PROBE -> inUse ? unseenHolder() : free();
                case DENIED -> "not listed; binding it to make sure needs privileges";
                case UNAVAILABLE -> "free: this machine does not have " + family.label();
            };
        }

        private String unseenHolder() {
            String state = protocol == Protocol.TCP ? "state BOUND, owner unknown" : "owner unknown";
            return "in use: bound by an unlisted socket (" + state + ")";
        }

        private String free() {
            int leftovers = connections.size();
            return leftovers == 0 ? "free" : "free, except for leftovers in TIME-WAIT that will expire: " + leftovers;
        }
    }

    public PortCheck {
        checks = List.copyOf(checks);
    }

    /** Returns true if it is in use for any of the protocols and families that were asked for. */
    public boolean inUse() {
        return checks.stream().anyMatch(Check::inUse);
    }

    /** Looks for the port in the snapshot, and probes it if no socket there has it. */
    public static PortCheck of(int port, Collection<Protocol> protocols, Snapshot snapshot, PortProbe probe) {
        return new PortCheck(port, new PortChecker(port, snapshot, probe).check(protocols));
    }
}
