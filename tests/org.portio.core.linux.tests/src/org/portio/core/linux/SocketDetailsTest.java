// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.Connection;
import org.portio.core.SocketDetails;
import org.portio.core.SocketTimer;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;

/** Tests against the kernel: its details of single sockets, which are this test's own, on loopback. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class SocketDetailsTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int SENT = 12_345;

    private final LinuxConnectionSource source = new LinuxConnectionSource();

    @Test
    void tellsWhatTcpHasMeasured() throws Exception {
        try (ServerSocket server = listener();
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(new byte[SENT]);
            accepted.getInputStream().readNBytes(SENT);

            TcpMetrics sender = tcp(between(client.getLocalPort(), server.getLocalPort()));
            TcpMetrics receiver = tcp(between(server.getLocalPort(), client.getLocalPort()));

            assertEquals(SENT, sender.bytesSent());
            // The kernel also counts the client's SYN as acknowledged.
            assertEquals(SENT + 1, sender.bytesAcknowledged());
            assertEquals(SENT, receiver.bytesReceived());
            assertEquals(0, receiver.bytesSent());
            assertEquals(0, sender.retransmissions());
            assertTrue(sender.congestionWindow() > 0 && sender.segmentSize() > 500, sender::toString);
            assertTrue(sender.roundTrip().compareTo(Duration.ofSeconds(1)) < 0, sender::toString);
            assertTrue(sender.minimumRoundTrip().compareTo(sender.roundTrip().multipliedBy(2)) < 0, sender::toString);
        }
    }

    @Test
    void tellsOfTheKeepaliveTimer() throws Exception {
        try (ServerSocket server = listener();
                Socket client = new Socket(LOOPBACK, server.getLocalPort());
                Socket accepted = server.accept()) {
            client.setKeepAlive(true);

            Connection near = row(between(client.getLocalPort(), server.getLocalPort()));
            SocketTimer timer = source.details(near).orElseThrow().timer();

            assertEquals(SocketTimer.Kind.KEEPALIVE, timer.kind());
            assertTrue(timer.remaining().toMillis() > 1000, timer::toString);
            Connection far = row(between(accepted.getLocalPort(), client.getLocalPort()));
            assertNull(source.details(far).orElseThrow().timer());
        }
    }

    @Test
    void tellsOfTheTimerThatEndsTimeWait() throws Exception {
        try (ServerSocket server = listener()) {
            int port;
            try (Socket client = new Socket(LOOPBACK, server.getLocalPort());
                    Socket accepted = server.accept()) {
                port = client.getLocalPort();
                client.shutdownOutput();
                accepted.getInputStream().read();
                accepted.shutdownOutput();
                client.getInputStream().read();
            }
            Connection row = row(between(port, server.getLocalPort()));

            SocketDetails details = source.details(row).orElseThrow();

            assertEquals(TcpState.TIME_WAIT, row.state());
            assertEquals(SocketTimer.Kind.TIME_WAIT, details.timer().kind());
            assertTrue(details.timer().remaining().toSeconds() <= 60, details::toString);
            assertNull(details.tcp());
        }
    }

    @Test
    void asksForASocketOfIpv6ThatTalksIpv4() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET6)) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("::"), 0));
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            try (Socket client = new Socket(LOOPBACK, port);
                    SocketChannel accepted = server.accept()) {
                assertTrue(accepted.isConnected());
                Connection row = row(between(port, client.getLocalPort()));

                assertEquals(AddressFamily.IPV6, row.family());
                assertTrue(row.local().address() instanceof Inet6Address);
                assertNotNull(source.details(row).orElseThrow().tcp());
            }
        }
    }

    @Test
    void tellsApartThoseThatListenOnOnePort() throws Exception {
        try (ServerSocketChannel one = ServerSocketChannel.open();
                ServerSocketChannel other = ServerSocketChannel.open()) {
            one.setOption(StandardSocketOptions.SO_REUSEPORT, true).bind(new InetSocketAddress(LOOPBACK, 0));
            other.setOption(StandardSocketOptions.SO_REUSEPORT, true).bind(one.getLocalAddress());
            int port = ((InetSocketAddress) one.getLocalAddress()).getPort();
            List<Connection> rows = rows(row -> row.local().port() == port);

            assertEquals(2, rows.size());
            for (Connection row : rows) {
                assertEquals(Optional.of(new SocketDetails(null, null)), source.details(row));
            }
        }
    }

    @Test
    void hasNothingToTellOfABoundSocketAndOfUdp() throws Exception {
        try (SocketChannel bound = SocketChannel.open(StandardProtocolFamily.INET);
                DatagramSocket udp = new DatagramSocket(0, LOOPBACK)) {
            bound.bind(new InetSocketAddress(LOOPBACK, 0));
            int port = ((InetSocketAddress) bound.getLocalAddress()).getPort();

            for (Connection row :
                    rows(row -> row.local().port() == port || row.local().port() == udp.getLocalPort())) {
                assertEquals(Optional.of(new SocketDetails(null, null)), source.details(row), row::toString);
            }
        }
    }

    @Test
    void isEmptyForASocketThatHasGone() throws Exception {
        Connection row;
        try (ServerSocket server = listener()) {
            row = row(candidate -> candidate.local().port() == server.getLocalPort());
        }

        assertEquals(Optional.empty(), source.details(row));
    }

    @Test
    void answersWhileSnapshotsAreTaken() throws Exception {
        try (ServerSocket server = listener()) {
            Connection row = row(candidate -> candidate.local().port() == server.getLocalPort());
            CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> readOften());
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> askOften(row));
            askOften(row);
            reading.join();
            asking.join();
        }
    }

    private void readOften() {
        try {
            for (int i = 0; i < 50; i++) {
                source.read();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void askOften(Connection row) {
        try {
            for (int i = 0; i < 300; i++) {
                assertTrue(source.details(row).isPresent());
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private TcpMetrics tcp(Predicate<Connection> wanted) throws Exception {
        return source.details(row(wanted)).orElseThrow().tcp();
    }

    private Connection row(Predicate<Connection> wanted) throws Exception {
        List<Connection> rows = rows(wanted);
        assertEquals(1, rows.size(), rows::toString);
        return rows.getFirst();
    }

    private List<Connection> rows(Predicate<Connection> wanted) throws Exception {
        return source.read().connections().stream().filter(wanted).toList();
    }

    private static Predicate<Connection> between(int local, int remote) {
        return row -> row.local().port() == local
                && row.remote() != null
                && row.remote().port() == remote;
    }

    private static ServerSocket listener() throws Exception {
        return new ServerSocket(0, 10, LOOPBACK);
    }
}
