// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;

class StartingServersTest {

    private final RunningServers servers = RunningServers.inThisProcess();

    @AfterEach
    void stopAll() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536})
    void numberThatIsNoPortIsInvalid(int port) {
        ServerException refusal = refusal(request(port, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null));
        assertEquals(Kind.INVALID, refusal.kind());
        assertEquals(port + " is not a valid port; ports are 1 to 65535", refusal.getMessage());
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerMode.class,
            names = {"HTTP_OK", "RESET"})
    void modeThatUdpDoesNotHaveIsInvalid(ServerMode mode) {
        ServerException refusal = refusal(request(9000, Protocol.UDP, mode, "127.0.0.1", null));
        assertEquals(Kind.INVALID, refusal.kind());
        assertTrue(refusal.getMessage().contains(mode.label()), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 'localhost' is not an IP address",
        "1.2.3.4.5, '1.2.3.4.5' is not an IP address",
        "192.0.2.1, 192.0.2.1 is not an address of this machine",
        "2001:db8::1, 2001:db8::1 is not an address of this machine",
        "239.1.1.1, 239.1.1.1 is not an address of this machine"
    })
    void addressOfNoSocketHereIsInvalid(String address, String message) {
        ServerException refusal = refusal(request(9000, Protocol.UDP, ServerMode.ECHO, address, null));
        assertEquals(Kind.INVALID, refusal.kind());
        assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "P366D", "PT2000000000000000H"})
    void timeThatMakesNoSenseIsInvalid(Duration duration) {
        assertEquals(
                Kind.INVALID,
                refusal(request(9000, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", duration))
                        .kind());
    }

    @Test
    void requestWithPartsMissingIsInvalid() {
        assertEquals(
                Kind.INVALID,
                refusal(request(9000, null, ServerMode.ECHO, "", null)).kind());
        assertEquals(
                Kind.INVALID,
                refusal(request(9000, Protocol.TCP, null, "", null)).kind());
        assertEquals(
                Kind.INVALID,
                refusal(request(9000, Protocol.TCP, ServerMode.ECHO, null, null))
                        .kind());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void portOfAnotherSocketIsTaken(Protocol protocol) throws IOException {
        try (var holder = protocol == Protocol.TCP ? SocketChannel.open() : DatagramChannel.open()) {
            holder.bind(new InetSocketAddress(0));
            int port = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            for (String address : List.of("127.0.0.1", "::1", "")) {
                ServerException refusal = refusal(request(port, protocol, ServerMode.ECHO, address, null));
                assertEquals(Kind.CONFLICT, refusal.kind(), address);
                assertEquals(
                        protocol + " " + port + " is taken; see by whom: portio check-port " + port,
                        refusal.getMessage());
            }
        }
        assertTrue(list().isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void portOfAnIpv4SocketIsTakenForAServerOnAllAddresses(Protocol protocol) throws IOException {
        StandardProtocolFamily ipv4 = StandardProtocolFamily.INET;
        try (var holder = protocol == Protocol.TCP ? SocketChannel.open(ipv4) : DatagramChannel.open(ipv4)) {
            holder.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0));
            int port = ((InetSocketAddress) holder.getLocalAddress()).getPort();
            assertEquals(
                    Kind.CONFLICT,
                    refusal(request(port, protocol, ServerMode.ECHO, "", null)).kind());
        }
    }

    @Test
    void portOfAnotherTemporaryServerIsTakenAndTheServerIsNamed() throws ServerException {
        Started server = Started.tcp(servers, ServerMode.DISCARD, "127.0.0.1");
        ServerException refusal = refusal(request(server.port(), Protocol.TCP, ServerMode.ECHO, "127.0.0.2", null));
        assertEquals(Kind.CONFLICT, refusal.kind());
        assertEquals(
                "TCP " + server.port() + " is taken by the temporary server discard; 'portio stop-server "
                        + server.port() + "' stops it",
                refusal.getMessage());
        assertEquals(1, list().size());
    }

    @Test
    void tcpAndUdpServersShareAPort() throws Exception {
        Started tcp = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        servers.start(request(tcp.port(), Protocol.UDP, ServerMode.ECHO, "127.0.0.1", null));
        assertEquals(
                List.of(Protocol.TCP, Protocol.UDP),
                list().stream().map(status -> status.request().protocol()).toList());
        assertEquals(
                Protocol.UDP, servers.stop(tcp.port(), Protocol.UDP).request().protocol());
        tcp.connect().close();
    }

    /**
     * The state in which a reservation leaves a port that it hands over: bound, not listening, open for others with
     * SO_REUSEADDR.
     */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere SO_REUSEADDR lets nobody in, or anybody")
    void serverStartsOverAReservationThatHasOpenedItsPort() throws Exception {
        try (SocketChannel hold = SocketChannel.open()) {
            hold.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            hold.bind(new InetSocketAddress(0));
            hold.setOption(StandardSocketOptions.SO_REUSEADDR, false);
            int port = ((InetSocketAddress) hold.getLocalAddress()).getPort();
            ServerRequest request = request(port, Protocol.TCP, ServerMode.ECHO, "", null);
            assertEquals(Kind.CONFLICT, refusal(request).kind());

            hold.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            servers.start(request);
            try (Socket client = new Socket("127.0.0.1", port)) {
                client.getOutputStream().write('x');
                assertEquals('x', client.getInputStream().read());
            }
        }
    }

    @Test
    void serverStartsAgainOnAPortThatItsConnectionsHaveJustLeft() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "");
        for (int i = 0; i < 20; i++) {
            try (Socket client = server.connect()) {
                server.awaitOpen(1);
                server.stop();
                // The server was the first to close: its side is the one that stays in TIME-WAIT.
                assertEquals(-1, client.getInputStream().read());
            }
            servers.start(server.request());
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "becomes another user by a system call of Linux")
    void lowPortNeedsPrivileges() throws Exception {
        int first = Integer.parseInt(Files.readAllLines(Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start"))
                .getFirst());
        if (first < 2) {
            throw new TestAbortedException("skipped: here anybody may bind any port");
        }
        for (Protocol protocol : Protocol.values()) {
            for (String address : List.of("127.0.0.1", "::1", "")) {
                ServerRequest request = request(first - 1, protocol, ServerMode.ECHO, address, null);
                ServerException refusal = OtherUser.call(() -> refusal(request));
                assertEquals(Kind.PERMISSION, refusal.kind());
                assertEquals(
                        protocol + " " + (first - 1) + ": ports below " + first + " need privileges; choose"
                                + " a higher one",
                        refusal.getMessage());
            }
        }
        ServerStatus status = OtherUser.call(
                () -> servers.start(request(Started.somePort(), Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null)));
        assertEquals(List.of(status), list());
    }

    private ServerException refusal(ServerRequest request) {
        return assertThrows(ServerException.class, () -> servers.start(request));
    }

    private List<ServerStatus> list() {
        try {
            return servers.list();
        } catch (ServerException e) {
            throw new AssertionError(e);
        }
    }

    private static ServerRequest request(
            int port, Protocol protocol, ServerMode mode, String address, Duration duration) {
        return new ServerRequest(port, protocol, mode, address, duration);
    }
}
