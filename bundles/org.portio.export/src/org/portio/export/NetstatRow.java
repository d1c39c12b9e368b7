// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.util.Locale;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.system.Printable;

/** One line of netstat's table. */
record NetstatRow(
        String protocol, String recvQ, String sendQ, String local, String remote, String state, String owner) {

    static final NetstatRow HEADER = new NetstatRow(
            "Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State", "PID/Program name");

    static NetstatRow of(Connection connection) {
        return new NetstatRow(
                connection.protocol().label() + (connection.family() == AddressFamily.IPV6 ? "6" : ""),
                connection.queues() == null
                        ? "-"
                        : String.valueOf(connection.queues().receive()),
                sendQueue(connection),
                text(connection.local()),
                connection.remote() == null ? noPeer(connection.family()) : text(connection.remote()),
                state(connection),
                owner(connection));
    }

    String line(int localWidth, int remoteWidth) {
        String format = "%-5s %6s %6s %-" + localWidth + "s %-" + remoteWidth + "s %-11s %-20s\n";
        return String.format(Locale.ROOT, format, protocol, recvQ, sendQ, local, remote, state, owner);
    }

    /** Netstat does not know how many connections may wait for a listener, which ss shows here. */
    private static String sendQueue(Connection connection) {
        if (connection.queues() == null) {
            return "-";
        }
        return connection.state() == TcpState.LISTEN
                ? "0"
                : String.valueOf(connection.queues().send());
    }

    private static String noPeer(AddressFamily family) {
        return family == AddressFamily.IPV4 ? "0.0.0.0:*" : ":::*";
    }

    /** Netstat does not show that an IPv4 address is mapped into IPv6; the interface is shown here as ss shows it. */
    private static String text(Endpoint endpoint) {
        return Addresses.unscoped(Addresses.unmapped(endpoint.address())) + endpoint.netInterface() + ":"
                + (endpoint.port() == 0 ? "*" : endpoint.port());
    }

    private static String state(Connection connection) {
        if (connection.state() != null) {
            return connection.state().netstatName();
        }
        return connection.remote() == null ? "" : "ESTABLISHED";
    }

    private static String owner(Connection connection) {
        if (connection.owners().isEmpty()) {
            return "-";
        }
        ProcessInfo owner = connection.owners().getFirst();
        // A process may put a line break into its name; it must not become a line of the table.
        return owner.pid() + "/" + Printable.of(owner.name());
    }
}
