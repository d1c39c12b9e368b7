// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.portio.core.AddressFamily;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.core.Endpoint;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.User;

/** Made-up connections of these tests. */
final class Connections {

    private static final InetAddress HERE = Addresses.of(new byte[] {127, 0, 0, 1});
    private static final User ROOT = new User("0", "root");

    private Connections() {}

    static Connection listener(int port, ProcessInfo... owners) {
        return tcp(port, 0, TcpState.LISTEN, owners);
    }

    /** Without a peer where the remote port is 0. */
    static Connection tcp(int localPort, int remotePort, TcpState state, ProcessInfo... owners) {
        return new Connection(
                Protocol.TCP,
                AddressFamily.IPV4,
                new Endpoint(HERE, localPort),
                remotePort == 0 ? null : new Endpoint(HERE, remotePort),
                state,
                List.of(owners),
                owners.length == 0,
                owners.length == 0 ? null : ROOT,
                null,
                0);
    }

    static Connection udp(int port) {
        return new Connection(
                Protocol.UDP,
                AddressFamily.IPV4,
                new Endpoint(HERE, port),
                null,
                null,
                List.of(),
                false,
                ROOT,
                null,
                0);
    }

    static ProcessInfo process(long pid, String name) {
        return new ProcessInfo(pid, Instant.EPOCH, name, name + " --serve", "/bin/" + name, ROOT, 1);
    }

    static Snapshot snapshot(Connection... connections) {
        return new Snapshot(Instant.parse("2026-01-02T12:00:01.500Z"), "fake", List.of(connections), List.of());
    }
}
