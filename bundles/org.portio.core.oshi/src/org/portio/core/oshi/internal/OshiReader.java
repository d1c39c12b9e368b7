// SPDX-License-Identifier: EPL-2.0
package org.portio.core.oshi.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.OperatingSystem;

/** Turns OSHI's results into PortIO's values. */
public final class OshiReader {

    private final OperatingSystem system;
    private final OshiProcesses processes;

    OshiReader(OperatingSystem system) {
        this.system = system;
        this.processes = new OshiProcesses(system);
    }

    /** Returns a reader for the machine that this runs on. */
    public static OshiReader ofSystem() {
        return new OshiReader(new SystemInfo().getOperatingSystem());
    }

    /** Returns all TCP and UDP sockets. */
    public List<Connection> connections() {
        Map<Integer, List<ProcessInfo>> owners = new HashMap<>();
        return system.getInternetProtocolStats().getConnections().stream()
                .map(row -> connection(row, owners.computeIfAbsent(row.getowningProcessId(), processes::withPid)))
                .toList();
    }

    static Connection connection(IPConnection row, List<ProcessInfo> owners) {
        Protocol protocol = row.getType().startsWith("tcp") ? Protocol.TCP : Protocol.UDP;
        TcpState state = protocol == Protocol.TCP ? state(row) : null;
        return Connection.of(
                        protocol,
                        row.getType().endsWith("6") ? AddressFamily.IPV6 : AddressFamily.IPV4,
                        new Endpoint(Addresses.of(row.getLocalAddress()), row.getLocalPort()))
                .remote(remote(row, state))
                .state(state)
                .owners(owners, ownership(owners, state))
                .user(owners.isEmpty() ? null : owners.getFirst().user())
                .queues(new Queues(row.getReceiveQueue(), row.getTransmitQueue()))
                .build();
    }

    private static Ownership ownership(List<ProcessInfo> owners, TcpState state) {
        if (!owners.isEmpty()) {
            return Ownership.KNOWN;
        }
        return mustHaveOwner(state) ? Ownership.HIDDEN : Ownership.NONE;
    }

    private static Endpoint remote(IPConnection row, TcpState state) {
        return state == TcpState.LISTEN || row.getForeignPort() == 0
                ? null
                : new Endpoint(Addresses.of(row.getForeignAddress()), row.getForeignPort());
    }

    private static TcpState state(IPConnection row) {
        return switch (row.getState()) {
            case LISTEN -> TcpState.LISTEN;
            case SYN_SENT -> TcpState.SYN_SENT;
            case SYN_RECV -> TcpState.SYN_RECEIVED;
            case ESTABLISHED -> TcpState.ESTABLISHED;
            case FIN_WAIT_1 -> TcpState.FIN_WAIT_1;
            case FIN_WAIT_2 -> TcpState.FIN_WAIT_2;
            case CLOSE_WAIT -> TcpState.CLOSE_WAIT;
            case CLOSING -> TcpState.CLOSING;
            case LAST_ACK -> TcpState.LAST_ACK;
            case TIME_WAIT -> TcpState.TIME_WAIT;
            case CLOSED, UNKNOWN, NONE -> TcpState.CLOSED;
        };
    }

    /** The kernel itself keeps a socket that its process has closed, in the states of closing: those have no owner. */
    private static boolean mustHaveOwner(TcpState state) {
        return state == null
                || state == TcpState.LISTEN
                || state == TcpState.SYN_SENT
                || state == TcpState.ESTABLISHED
                || state == TcpState.CLOSE_WAIT;
    }
}
