// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;
import org.portio.record.Traffic;
import org.portio.record.ui.internal.HistoryRow.Life;

/** Rows for tests. */
final class Lives {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Lives() {}

    /** Returns a socket of java (PID 42) that connected to a port. */
    static Connection connection(int remotePort) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("127.0.0.1:40000"))
                .remote(Endpoint.parse("192.0.2.1:" + remotePort))
                .state(TcpState.ESTABLISHED)
                .owners(
                        List.of(new ProcessInfo(42, NOON, "java", "java -jar a.jar", "/bin/java", null, 1)),
                        Ownership.KNOWN)
                .build();
    }

    /** Returns the life of one from noon on that lasted some seconds; null for one that is open. */
    static Life life(int remotePort, Integer seconds) {
        Moment closed = seconds == null ? null : Moment.at(NOON.plusSeconds(seconds), Evidence.SOCKET_END);
        return new Life(
                new Account(
                        remotePort,
                        connection(remotePort),
                        Role.OUTGOING,
                        Moment.at(NOON, Evidence.TRACEPOINT),
                        closed,
                        Set.of(TcpState.ESTABLISHED, TcpState.SYN_SENT),
                        Map.of(42L, "/srv"),
                        new Traffic(1_000, 20, null, 1)),
                true);
    }
}
