// SPDX-License-Identifier: EPL-2.0
package org.portio.core.oshi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;

/** Tests against the real system: the sockets are this test's own, on loopback. */
class OshiConnectionSourceTest {

    private final OshiConnectionSource source = new OshiConnectionSource();
    private final long ownPid = ProcessHandle.current().pid();

    @Test
    void worksOnThisMachine() {
        assertTrue(source.isAvailable());
    }

    @Test
    void seesAListenerAndBothEndsOfAConnectionWithTheirOwner() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            int port = server.getLocalPort();

            Connection listener =
                    find(socket -> socket.isListening() && socket.local().port() == port);
            Connection near = find(socket -> socket.local().port() == client.getLocalPort()
                    && socket.remote() != null
                    && socket.remote().port() == port);
            Connection far =
                    find(socket -> socket.local().port() == accepted.getLocalPort() && socket.remote() != null);

            assertOwned(listener);
            assertOwned(near);
            assertOwned(far);
            assertEquals(TcpState.ESTABLISHED, near.state());
            assertEquals(port, near.remote().port());
            assertEquals(client.getLocalPort(), far.remote().port());
        }
    }

    @Test
    void seesAUdpSocket() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Connection found =
                    find(row -> row.protocol() == Protocol.UDP && row.local().port() == socket.getLocalPort());

            assertOwned(found);
            assertEquals("unconnected", found.stateText());
        }
    }

    @Test
    void tellsOfTheOwnerWhatTheSystemKnows() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProcessInfo owner = find(socket -> socket.local().port() == server.getLocalPort())
                    .owners()
                    .getFirst();
            ProcessHandle self = ProcessHandle.current();

            assertEquals(self.info().command().orElseThrow(), owner.executable());
            assertEquals(self.parent().map(ProcessHandle::pid).orElse(0L), owner.parentPid());
            assertEquals(self.info().user().orElseThrow(), owner.user().name());
            assertNotNull(owner.startTime());
            assertTrue(owner.commandLine().contains("java"), owner.commandLine());
        }
    }

    @Test
    void saysWhatItCannotSee() throws Exception {
        assertTrue(
                source.read().limits().stream().anyMatch(limit -> limit.what().contains("do not listen")));
    }

    private Connection find(Predicate<Connection> wanted) throws Exception {
        List<Connection> found =
                source.read().connections().stream().filter(wanted).toList();
        assertEquals(1, found.size(), () -> "expected one row, got " + found);
        return found.getFirst();
    }

    private void assertOwned(Connection connection) {
        assertEquals(
                List.of(ownPid),
                connection.owners().stream().map(ProcessInfo::pid).toList());
    }
}
