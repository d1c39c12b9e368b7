// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.Unseen.Kind;

/** Tests against the kernel: the sockets belong to this test and its children, on loopback. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class LinuxConnectionSourceTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private final long ownPid = ProcessHandle.current().pid();

    @Test
    void worksOnThisMachine() {
        assertTrue(source.isAvailable());
    }

    @Test
    void seesBothEndsOfAConnectionWithStateOwnerAndInode() throws Exception {
        try (ServerSocket server = listener();
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            Connection near = only(clientOf(server, client.getLocalPort()));
            Connection far = only(row -> row.local().port() == server.getLocalPort() && !row.isListening());

            assertEquals(TcpState.ESTABLISHED, near.state());
            assertEquals(server.getLocalPort(), near.remote().port());
            assertEquals(client.getLocalPort(), far.remote().port());
            assertEquals(List.of(ownPid), pids(near));
            assertTrue(near.inode() != 0 && near.platformKey() != far.platformKey());
            assertEquals(accepted.getPort(), client.getLocalPort());
        }
    }

    @Test
    void readsListenersAloneWithTheirOwnersAndLeavesTheRestAsItWas() throws Exception {
        assertTrue(source.readListeners().isEmpty());
        ServerSocket gone = listener();
        try (ServerSocket server = listener();
                Socket _ = new Socket(LOOPBACK, server.getLocalPort());
                Socket _ = server.accept()) {
            source.read();
            try (ServerSocket added = listener();
                    Socket later = new Socket(LOOPBACK, server.getLocalPort());
                    Socket _ = server.accept()) {
                gone.close();
                List<Connection> rows = source.readListeners().orElseThrow().connections();

                Connection row = only(rows, candidate -> isListenerOn(candidate, added.getLocalPort()));
                assertEquals(List.of(ownPid), pids(row));
                assertTrue(rows.stream().noneMatch(candidate -> isListenerOn(candidate, gone.getLocalPort())));
                assertTrue(
                        rows.stream().noneMatch(candidate -> candidate.local().port() == later.getLocalPort()));
                assertEquals(
                        2,
                        rows.stream()
                                .filter(candidate -> !candidate.isListening()
                                        && (candidate.local().port() == server.getLocalPort()
                                                || candidate.remote() != null
                                                        && candidate.remote().port() == server.getLocalPort()))
                                .count());
                assertEquals(
                        TcpState.ESTABLISHED,
                        only(clientOf(server, later.getLocalPort())).state());
            }
        } finally {
            gone.close();
        }
    }

    private static boolean isListenerOn(Connection row, int port) {
        return row.isListening() && row.local().port() == port;
    }

    private static Connection only(List<Connection> rows, Predicate<Connection> wanted) {
        List<Connection> found = rows.stream().filter(wanted).toList();
        assertEquals(1, found.size(), found::toString);
        return found.getFirst();
    }

    @Test
    void seesASocketThatIsBoundButDoesNotListen() throws Exception {
        try (SocketChannel holder = SocketChannel.open(StandardProtocolFamily.INET)) {
            holder.bind(new InetSocketAddress(LOOPBACK, 0));
            int port = ((InetSocketAddress) holder.getLocalAddress()).getPort();

            if (source.read().limits().stream().allMatch(limit -> limit.kind() == Kind.OTHER_PROTOCOLS)) {
                Connection row = only(candidate -> candidate.local().port() == port);
                assertEquals(TcpState.BOUND, row.state());
                assertEquals(List.of(ownPid), pids(row));
                assertNull(row.remote());
            } else {
                assertTrue(source.read().limits().getFirst().why().contains("6.8"));
            }
        }
    }

    @Test
    void tellsUnconnectedFromConnectedUdp() throws Exception {
        try (DatagramSocket open = new DatagramSocket(0, LOOPBACK);
                DatagramSocket connected = new DatagramSocket(0, LOOPBACK)) {
            connected.connect(LOOPBACK, open.getLocalPort());

            assertNull(only(row -> row.local().port() == open.getLocalPort()).remote());
            assertEquals(
                    open.getLocalPort(),
                    only(row -> row.local().port() == connected.getLocalPort())
                            .remote()
                            .port());
        }
    }

    @Test
    void listsEachProcessThatSharesASocket() throws Exception {
        try (ServerSocket server = listener()) {
            // The shell opens the socket, and its child inherits it.
            Process shell = new ProcessBuilder(
                            "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; sleep 60 & wait")
                    .start();
            try (Socket accepted = server.accept()) {
                Predicate<Connection> theirs = clientOf(server, accepted.getPort());
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                while (pids(only(theirs)).size() < 2 && System.nanoTime() < end) {
                    Thread.sleep(20);
                }
                long child = shell.children().findFirst().orElseThrow().pid();

                assertEquals(List.of(Math.min(shell.pid(), child), Math.max(shell.pid(), child)), pids(only(theirs)));
            } finally {
                shell.descendants().forEach(ProcessHandle::destroy);
                shell.destroy();
            }
        }
    }

    @Test
    void findsTheOwnerOfASocketThatTookThePlaceOfAnother() throws Exception {
        ServerSocket first = listener();
        source.read();
        first.close();
        // The number of descriptors is the same as before, so it does not show that there is something to look for.
        try (ServerSocket second = listener()) {
            Connection row = only(candidate -> candidate.local().port() == second.getLocalPort());

            assertEquals(List.of(ownPid), pids(row));
        }
    }

    @Test
    void giveTheSameRowsForWhatDidNotChange() throws Exception {
        try (ServerSocket server = listener()) {
            Predicate<Connection> ours = row -> row.local().port() == server.getLocalPort();
            Connection before = only(ours);
            source.read();

            assertSame(before, only(ours));
        }
    }

    @Test
    void forgetsAProcessThatHasEnded() throws Exception {
        try (ServerSocket server = listener()) {
            Process shell = new ProcessBuilder(
                            "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; read")
                    .start();
            try (Socket accepted = server.accept()) {
                assertEquals(List.of(shell.pid()), pids(only(clientOf(server, accepted.getPort()))));
            }
            shell.destroy();
            shell.waitFor();

            assertFalse(source.read().connections().stream()
                    .anyMatch(row -> row.owners().stream().anyMatch(owner -> owner.pid() == shell.pid())));
        }
    }

    @Test
    void tellsOfTheOwnerWhatTheSystemKnows() throws Exception {
        try (ServerSocket server = listener()) {
            ProcessInfo owner = only(row -> row.local().port() == server.getLocalPort())
                    .owners()
                    .getFirst();
            ProcessHandle self = ProcessHandle.current();

            assertEquals(Files.readString(Path.of("/proc/self/comm")).strip(), owner.name());
            assertEquals(self.info().command().orElseThrow(), owner.executable());
            assertEquals(self.info().user().orElseThrow(), owner.user().name());
            assertEquals(self.info().startInstant().orElseThrow(), owner.startTime());
            assertEquals(self.parent().orElseThrow().pid(), owner.parentPid());
        }
    }

    /** Another connection, to somebody else, may have the same local port. */
    private static Predicate<Connection> clientOf(ServerSocket server, int port) {
        return row -> row.local().port() == port
                && row.remote() != null
                && row.remote().port() == server.getLocalPort();
    }

    private Connection only(Predicate<Connection> wanted) throws Exception {
        List<Connection> found =
                source.read().connections().stream().filter(wanted).toList();
        assertEquals(1, found.size(), () -> "expected one row, got " + found);
        return found.getFirst();
    }

    private static List<Long> pids(Connection connection) {
        return connection.owners().stream().map(ProcessInfo::pid).toList();
    }

    private static ServerSocket listener() throws Exception {
        return new ServerSocket(0, 10, LOOPBACK);
    }
}
