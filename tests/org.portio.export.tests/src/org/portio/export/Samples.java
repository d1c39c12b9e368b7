// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;
import static org.portio.testing.Sockets.udp;

import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.KernelUse;
import org.portio.core.Obstacle;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.core.Unseen;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.address.NetInterface;
import org.portio.testing.Sockets;

/** One socket of each kind that is written differently. */
public final class Samples {

    static final Connection SHARED = listener("127.0.0.1", 8080, process(42, "java"), process(43, "java"));
    static final Connection HIDDEN = listener("::", 22);
    static final Connection MAPPED = Connection.of(Protocol.TCP, AddressFamily.IPV6, mapped(5555))
            .remote(mapped(38370))
            .state(TcpState.FIN_WAIT_2)
            .build();
    static final Connection UNCONNECTED = udp(endpoint("0.0.0.0", 68), null, process(7, "dhclient"));
    static final Connection CONNECTED = udp(endpoint("::1", 38957), endpoint("::1", 5559), process(8, "dig"));
    static final Connection LONG = tcp(
            endpoint("2001:db8:1111:2222:3333:4444:5555:6666", 40000),
            endpoint("2001:db8::1", 443),
            TcpState.ESTABLISHED,
            process(9, "curl"));

    static final Connection ELSEWHERE = Connection.of(
                    Protocol.TCP,
                    AddressFamily.IPV4,
                    new Endpoint(InetAddress.ofLiteral("10.0.0.1"), 80, new NetInterface(3, "eth0")))
            .state(TcpState.LISTEN)
            .owners(List.of(), Ownership.KERNEL)
            .inode(77)
            .kernelUse(new KernelUse("vxlan", "vx0", false))
            .group(ControlGroup.of("/system.slice/web.service"))
            .namespace("blue")
            .platformKey(5)
            .build();
    static final SocketDetails DETAILS = new SocketDetails(
            new SocketTimer(SocketTimer.Kind.TIME_WAIT, Duration.ofMillis(1500), 2),
            new TcpMetrics(Duration.ofNanos(50_000), Duration.ofNanos(20_000), null, -1, 11, 12, 1, 10, 1448));

    private Samples() {}

    static Snapshot snapshot(Connection... connections) {
        return new Snapshot(
                Sockets.TIME,
                "fake",
                List.of(connections),
                List.of(new Unseen("raw sockets", -1, "not asked for")),
                Set.of(Obstacle.OTHER_USERS));
    }

    static Connection ownedBy(ProcessInfo owner) {
        return listener("127.0.0.1", 1, owner);
    }

    static String text(SnapshotExporter exporter, Connection... connections) throws IOException {
        StringWriter out = new StringWriter();
        exporter.write(snapshot(connections), out);
        return out.toString();
    }

    private static Endpoint mapped(int port) {
        return new Endpoint(Addresses.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1}), port);
    }
}
