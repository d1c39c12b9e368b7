// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import java.util.Locale;
import org.portio.core.AddressFamily;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.User;
import picocli.CommandLine.Option;

/** The options that choose connections. Those of one kind add up; those of different kinds must all be met. */
final class ConnectionFilter {

    @Option(names = "--tcp", description = "TCP sockets; with --udp, both.")
    private boolean tcp;

    @Option(names = "--udp", description = "UDP sockets.")
    private boolean udp;

    @Option(names = "-4", description = "IPv4 sockets; with -6, both.")
    private boolean ipv4;

    @Option(names = "-6", description = "IPv6 sockets, dual-stack ones included.")
    private boolean ipv6;

    @Option(names = "--listening", description = "TCP listeners and unconnected UDP sockets.")
    private boolean listening;

    @Option(names = "--established", description = "Established TCP connections and connected UDP sockets.")
    private boolean established;

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            converter = StateConverter.class,
            description = "TCP sockets in these states, by the names of RFC 9293, netstat or ss. Adds to --listening"
                    + " and --established.")
    private List<TcpState> states = List.of();

    @Option(
            names = "--port",
            split = ",",
            paramLabel = "PORT",
            converter = PortRange.Converter.class,
            description = "Sockets with one of these ports on either end: 8080,9000-9010.")
    private List<PortRange> ports = List.of();

    @Option(names = "--pid", split = ",", paramLabel = "PID", description = "Sockets of the processes with these ids.")
    private List<Long> pids = List.of();

    @Option(
            names = "--process",
            paramLabel = "NAME",
            description = "Sockets of processes with this in their name, in upper or lower case.")
    private String process;

    @Option(names = "--user", paramLabel = "USER", description = "Sockets that belong to this user, by name or id.")
    private String user;

    boolean matches(Connection connection) {
        return matchesKind(connection)
                && matchesState(connection)
                && (ports.isEmpty() || ports.stream().anyMatch(range -> hasPort(connection, range)))
                && (pids.isEmpty() || connection.owners().stream().anyMatch(owner -> pids.contains(owner.pid())))
                && (process == null || connection.owners().stream().anyMatch(owner -> isNamed(owner.name())))
                && (user == null || belongsTo(connection.user()));
    }

    /** True where a connection with a hidden owner might have matched had the owner been seen. */
    boolean asksForOwners() {
        return !pids.isEmpty() || process != null || user != null;
    }

    private boolean matchesKind(Connection connection) {
        boolean isTcp = connection.protocol() == Protocol.TCP;
        boolean isIpv4 = connection.family() == AddressFamily.IPV4;
        return (tcp == udp || isTcp == tcp) && (ipv4 == ipv6 || isIpv4 == ipv4);
    }

    private boolean matchesState(Connection connection) {
        return !listening && !established && states.isEmpty()
                || listening && connection.isListening()
                || established && isEstablished(connection)
                || connection.state() != null && states.contains(connection.state());
    }

    private static boolean isEstablished(Connection connection) {
        return connection.protocol() == Protocol.TCP
                ? connection.state() == TcpState.ESTABLISHED
                : connection.remote() != null;
    }

    private static boolean hasPort(Connection connection, PortRange range) {
        return range.contains(connection.local().port())
                || connection.remote() != null
                        && range.contains(connection.remote().port());
    }

    private boolean isNamed(String name) {
        return name.toLowerCase(Locale.ROOT).contains(process.toLowerCase(Locale.ROOT));
    }

    private boolean belongsTo(User owner) {
        return owner != null && (user.equals(owner.name()) || user.equals(owner.id()));
    }
}
