// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.TcpState;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** Closes real connections, all of them this test's own, on loopback and in network namespaces that it makes. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class CloseConnectionTest {

    private final LinuxConnectionSource source = new LinuxConnectionSource();
    private final Programs programs = new Programs();

    @BeforeEach
    void needsRoot() {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root may close connections");
    }

    @AfterEach
    void endPrograms() throws Exception {
        programs.close();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "::1, ::1", "::, 127.0.0.1", "::, ::1"})
    void oneOfTwoConnectionsIsClosedAndTheOtherLives(String listening, String connecting) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral(listening));
                Pair one = new Pair(server, connecting);
                Pair other = new Pair(server, connecting)) {
            assertTrue(one.isAlive() && other.isAlive());

            assertTrue(source.close(row(one.accepted)));

            assertEquals(
                    "Connection reset",
                    assertThrows(
                                    SocketException.class,
                                    () -> one.client.getInputStream().read())
                            .getMessage());
            assertThrows(IOException.class, () -> one.accepted.getInputStream().read());
            assertTrue(other.isAlive());
            try (Pair next = new Pair(server, connecting)) {
                assertTrue(next.isAlive(), "the listener listens no more");
            }
        }
    }

    @Test
    void theEndOfAClientThatHasBoundItsPortIsClosed() throws Exception {
        try (ServerSocket server = listener();
                Socket client = new Socket()) {
            client.bind(new InetSocketAddress(server.getInetAddress(), 0));
            client.connect(server.getLocalSocketAddress());
            try (Socket accepted = server.accept()) {
                assertTrue(source.close(row(client)));
                assertThrows(IOException.class, () -> accepted.getInputStream().read());
            }
        }
    }

    @Test
    void aConnectionThatIsBoundToANetworkInterfaceIsClosed() throws Exception {
        Programs.assumePerl();
        try (ServerSocket server = listener()) {
            programs.perl("""
                    use Socket; socket(my $s, PF_INET, SOCK_STREAM, 0) or die $!;
                    setsockopt($s, SOL_SOCKET, 25, "lo\\0") or die "SO_BINDTODEVICE: $!";
                    connect($s, sockaddr_in($ARGV[0], inet_aton("127.0.0.1"))) or die $!;
                    syswrite STDOUT, "ready\\n"; sleep 600 while 1;
                    """, server.getLocalPort());
            try (Socket accepted = server.accept()) {
                accepted.setSoTimeout(5000);
                Connection row = row(accepted.getPort(), accepted.getLocalPort());

                assertTrue(source.close(row));

                assertThrows(
                        SocketException.class, () -> accepted.getInputStream().read());
                assertFalse(source.close(row));
            }
        }
    }

    @Test
    void oneThatHasGoneIsNotClosedAndTheNextBetweenTheSamePortsLives() throws Exception {
        try (ServerSocket server = listener()) {
            Connection row;
            InetSocketAddress address;
            // An address on which no other connection gets the same port.
            try (Socket first = new Socket(
                            server.getInetAddress(), server.getLocalPort(), InetAddress.ofLiteral("127.0.0.95"), 0);
                    Pair pair = new Pair(first, server.accept())) {
                row = row(pair.client);
                address = (InetSocketAddress) pair.client.getLocalSocketAddress();
                pair.client.setSoLinger(true, 0);
            }
            assertFalse(source.close(row));
            try (Socket client = new Socket()) {
                client.bind(address);
                client.connect(server.getLocalSocketAddress());
                try (Pair again = new Pair(client, server.accept())) {
                    assertFalse(source.close(row));
                    assertTrue(again.isAlive());
                }
            }
        }
    }

    @Test
    void whatIsLeftOfAnEndedConnectionIsClosed() throws Exception {
        try (ServerSocket server = listener()) {
            int port;
            try (Pair pair = new Pair(server, "127.0.0.1")) {
                port = pair.client.getLocalPort();
                pair.client.shutdownOutput();
                assertEquals(-1, pair.accepted.getInputStream().read());
                pair.accepted.close();
                assertEquals(-1, pair.client.getInputStream().read());
            }
            Connection row = row(port, server.getLocalPort());
            assertEquals(TcpState.TIME_WAIT, row.state());

            assertTrue(source.close(row));
            assertFalse(source.close(row));
        }
    }

    @Test
    void oneInAnotherNetworkNamespaceIsClosed() throws Exception {
        Lab.assumePossible();
        try (Lab lab = Lab.open();
                AutoCloseable _ = lab.listen(7000);
                Socket one = lab.client().open(lab.server().address(), 7000);
                Socket other = lab.client().open(lab.server().address6(), 7000)) {
            assertTrue(LabHost.echoes(one) && LabHost.echoes(other));
            Connection row = source.readAllNamespaces().connections().stream()
                    .filter(candidate ->
                            candidate.namespace().equals(lab.server().namespace()))
                    .filter(candidate -> isBetween(candidate, 7000, one.getLocalPort()))
                    .findFirst()
                    .orElseThrow();

            assertTrue(source.close(row));

            assertFalse(LabHost.echoes(one));
            assertTrue(LabHost.echoes(other));
            assertFalse(source.close(row));
            lab.close();
            assertFalse(source.close(row));
        }
    }

    @Test
    void anotherUserIsToldWhatItTakes() throws Exception {
        Programs.assumeNobody();
        try (ServerSocket server = listener();
                Pair pair = new Pair(server, "127.0.0.1")) {
            String[] ports = {
                String.valueOf(pair.client.getLocalPort()), String.valueOf(pair.client.getPort()),
            };

            assertEquals(
                    "ConnectionException: closing a connection, even your own, needs privileges (CAP_NET_ADMIN); run"
                            + " it with sudo\n",
                    Programs.asNobody("close", ports[0], ports[1]));
            assertTrue(pair.isAlive());
        }
    }

    @Test
    void listenersAndUdpAreRefused() throws Exception {
        try (ServerSocket server = listener();
                DatagramSocket udp = new DatagramSocket(0, server.getInetAddress())) {
            udp.connect(server.getInetAddress(), 9);
            for (int port : new int[] {server.getLocalPort(), udp.getLocalPort()}) {
                Connection row = source.read().connections().stream()
                        .filter(candidate -> candidate.local().port() == port)
                        .findFirst()
                        .orElseThrow();
                ConnectionException refusal = assertThrows(ConnectionException.class, () -> source.close(row));
                assertEquals(
                        "only a TCP connection can be closed; end the process of this socket", refusal.getMessage());
            }
            assertFalse(server.isClosed());
        }
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    }

    private Connection row(Socket socket) throws ConnectionException {
        return row(socket.getLocalPort(), socket.getPort());
    }

    private Connection row(int local, int remote) throws ConnectionException {
        List<Connection> rows = source.read().connections().stream()
                .filter(row -> isBetween(row, local, remote))
                .toList();
        assertEquals(1, rows.size(), rows::toString);
        return rows.getFirst();
    }

    private static boolean isBetween(Connection row, int local, int remote) {
        return row.local().port() == local
                && row.remote() != null
                && row.remote().port() == remote;
    }

    /** Returns both ends of a connection. */
    private static final class Pair implements AutoCloseable {
        private final Socket client;
        private final Socket accepted;

        Pair(ServerSocket server, String address) throws IOException {
            this(new Socket(InetAddress.ofLiteral(address), server.getLocalPort()), server.accept());
        }

        Pair(Socket client, Socket accepted) throws IOException {
            this.client = client;
            this.accepted = accepted;
            client.setSoTimeout(5000);
            accepted.setSoTimeout(5000);
        }

        /** Returns whether a byte comes through in each direction. */
        boolean isAlive() throws IOException {
            client.getOutputStream().write('x');
            accepted.getOutputStream().write('y');
            return accepted.getInputStream().read() == 'x'
                    && client.getInputStream().read() == 'y';
        }

        @Override
        public void close() throws IOException {
            client.close();
            accepted.close();
        }
    }
}
