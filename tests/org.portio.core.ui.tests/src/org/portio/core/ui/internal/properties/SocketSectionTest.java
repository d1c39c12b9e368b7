// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.Protocol;
import org.portio.core.Queues;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.testing.Sockets;

class SocketSectionTest {

    private static final Endpoint LOCAL = Sockets.endpoint("10.0.0.1", 50000);
    private static final Endpoint REMOTE = Sockets.endpoint("10.0.0.2", 443);

    private final SocketSection section = new SocketSection((_, end) -> end.port() == 443 ? "https" : "");

    @Test
    void tellsAllThatTheRowHas() {
        Connection connection =
                socket(REMOTE, TcpState.ESTABLISHED, new Queues(1, 2), 77, "/system.slice/web.service", "blue", 0x1a2b);

        assertFirst(
                List.of(
                        "Protocol: TCP over IPv4",
                        "State: ESTABLISHED",
                        "Local Address: 10.0.0.1:50000",
                        "Remote Address: 10.0.0.2:443 (https)",
                        "Recv-Q: 1 byte",
                        "Send-Q: 2 bytes",
                        "User: root (0)",
                        "Inode: 77",
                        "Cookie: 1a2b",
                        "Community ID: 1:B4H0bMN0Rih3qr9C82AA7esBYLM=",
                        "Control Group: /system.slice/web.service",
                        "Namespace: blue"),
                lines(connection));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        Connection connection = socket(null, TcpState.LISTEN, null, 0, "", "", 0);

        assertFirst(
                List.of(
                        "Protocol: TCP over IPv4",
                        "State: LISTEN",
                        "Local Address: 10.0.0.1:50000",
                        "User: root (0)",
                        "Namespace: same as PortIO"),
                lines(connection));
    }

    @Test
    void queuesOfAListenerHoldConnections() {
        List<String> lines = lines(socket(null, TcpState.LISTEN, new Queues(3, 128), 0, "", "", 0));

        assertTrue(lines.contains("Recv-Q: 3 connections waiting to be accepted"), lines.toString());
        assertTrue(lines.contains("Send-Q: room for 128 waiting connections"), lines.toString());
    }

    @Test
    void queuesOfAnUnconnectedUdpSocketHoldBytes() {
        List<String> lines = lines(Sockets.udp(Sockets.endpoint("::1", 53), null));

        assertTrue(lines.contains("Protocol: UDP over IPv6"), lines.toString());
        assertTrue(lines.contains("State: unconnected"), lines.toString());
        assertTrue(lines.contains("Recv-Q: 0 bytes"), lines.toString());
    }

    /** A field without a line of its own comes after these. */
    private static void assertFirst(List<String> expected, List<String> lines) {
        assertEquals(expected, lines.subList(0, Math.min(expected.size(), lines.size())));
    }

    private List<String> lines(Connection connection) {
        return Lines.of(section.categories(connection));
    }

    private static Connection socket(
            Endpoint remote, TcpState state, Queues queues, long inode, String group, String namespace, long cookie) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, LOCAL)
                .remote(remote)
                .state(state)
                .user(Sockets.ROOT)
                .queues(queues)
                .inode(inode)
                .group(ControlGroup.of(group))
                .namespace(namespace)
                .platformKey(cookie)
                .build();
    }
}
