// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Instant;
import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.Endpoint;
import org.portio.testing.Sockets;

/** Sockets on 127.0.0.1; these tests distinguish them by port. */
final class Connections {

    private static final String HERE = "127.0.0.1";
    private static final Instant TIME = Instant.parse("2026-01-02T12:00:01.500Z");

    private Connections() {}

    static Connection listener(int port, ProcessInfo... owners) {
        return Sockets.listener(HERE, port, owners);
    }

    /** Returns a socket without a peer if the remote port is 0. */
    static Connection tcp(int localPort, int remotePort, TcpState state, ProcessInfo... owners) {
        Endpoint remote = remotePort == 0 ? null : Sockets.endpoint(HERE, remotePort);
        return Sockets.tcp(Sockets.endpoint(HERE, localPort), remote, state, owners);
    }

    static Connection udp(int port) {
        return Sockets.udp(Sockets.endpoint(HERE, port), null, process(1, "dns"));
    }

    static ProcessInfo process(long pid, String name) {
        return Sockets.process(pid, name);
    }

    static Snapshot snapshot(Connection... connections) {
        return new Snapshot(TIME, "fake", List.of(connections), List.of());
    }
}
