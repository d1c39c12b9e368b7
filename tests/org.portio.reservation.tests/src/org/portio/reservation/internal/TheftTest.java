// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.reservation.PortKey;
import org.portio.reservation.internal.hold.Hold;
import org.portio.reservation.internal.hold.HoldException;
import org.portio.reservation.internal.hold.Holds;
import org.portio.reservation.internal.hold.JavaHolds;
import org.portio.reservation.internal.hold.LinuxHolds;
import org.portio.reservation.internal.hold.LinuxSockets;

class TheftTest {

    @BeforeEach
    void needsLinux() {
        assumeTrue(LinuxSockets.arePossible(), "skipped: what is tried here is how Linux binds");
    }

    private static Stream<Arguments> matrix() {
        return Stream.of(new LinuxHolds(), new JavaHolds())
                .flatMap(holds -> Stream.of(Protocol.values())
                        .flatMap(protocol -> Stream.of(Thief.SAME_USER, Thief.OTHER_USER)
                                .map(user -> Arguments.of(holds, protocol, user))));
    }

    /** Only holds of TCP let others in. */
    private static Stream<Arguments> tcpMatrix() {
        return matrix().filter(arguments -> arguments.get()[1] == Protocol.TCP);
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void nobodyTakesAHeldPort(Holds holds, Protocol protocol, int user) throws Exception {
        Thief.assumePossible(user);
        PortKey key = PortKey.of(TestPorts.free(), protocol);
        try (Hold _ = holds.take(key)) {
            assertEquals(List.of(), Thief.steal(key.port(), protocol, user));
            assertEquals("", holds.theft(key));
        }
        assertEquals(
                Thief.WAYS, Thief.steal(key.port(), protocol, user).size(), "control: a free port is taken by all");
    }

    @ParameterizedTest
    @MethodSource("tcpMatrix")
    void aHoldThatLetsOthersInIsTakenAndKnowsIt(Holds holds, Protocol protocol, int user) throws Exception {
        Thief.assumePossible(user);
        PortKey key = PortKey.of(TestPorts.free(), protocol);
        try (Hold hold = holds.take(key)) {
            hold.letOthersIn(true);

            assertTrue(Thief.steal(key.port(), protocol, user).contains("127.0.0.1 SO_REUSEADDR"));
            assertTrue(holds.theft(key).contains("127.0.0.1 with SO_REUSEADDR"), holds.theft(key));

            hold.letOthersIn(false);
            assertEquals(List.of(), Thief.steal(key.port(), protocol, user));
        }
    }

    @Test
    void oneAddressAloneIsHeldWhereAskedFor() throws Exception {
        Thief.assumePossible(Thief.SAME_USER);
        PortKey key = new PortKey(TestPorts.free(), Protocol.TCP, "127.0.0.1");
        try (Hold _ = new LinuxHolds().take(key)) {
            List<String> taken = Thief.steal(key.port(), Protocol.TCP, Thief.SAME_USER);

            assertTrue(taken.contains("127.0.0.2"), taken.toString());
            assertTrue(taken.contains("::1"), taken.toString());
            assertFalse(taken.stream().anyMatch(way -> way.startsWith("127.0.0.1") || way.startsWith("0.0.0.0")));
            assertEquals("", new LinuxHolds().theft(key));
        }
    }

    @ParameterizedTest
    @MethodSource("holds")
    void clientsAreRefusedAtOnce(Holds holds) throws Exception {
        PortKey key = TestPorts.freeTcp();
        try (Hold _ = holds.take(key)) {
            for (String address : List.of("127.0.0.1", "127.0.0.2", "::1")) {
                try (Socket socket = new Socket()) {
                    InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral(address), key.port());
                    // With a hold that lets clients wait, this would end in a timeout, which is another exception.
                    assertThrows(ConnectException.class, () -> socket.connect(to, 2000));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("holds")
    void leftoversOfEndedConnectionsAreNoObstacle(Holds holds) throws Exception {
        PortKey key = TestPorts.freeTcp();
        leaveTimeWait(key.port());

        try (SocketChannel plain = SocketChannel.open()) {
            assertThrows(
                    BindException.class,
                    () -> plain.bind(new InetSocketAddress(key.port())),
                    "control: the leftovers are there");
        }
        try (Hold _ = holds.take(key)) {
            assertEquals("", holds.theft(key));
        }
    }

    /** The side that closes first keeps the connection's end for a minute. */
    private static void leaveTimeWait(int port) throws Exception {
        try (ServerSocket server = new ServerSocket(port);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            server.accept().close();
            assertEquals(-1, client.getInputStream().read());
        }
    }

    @ParameterizedTest
    @MethodSource("holds")
    void saysWhyAPortCannotBeHeld(Holds holds) throws Exception {
        PortKey key = TestPorts.freeTcp();
        try (ServerSocket _ = new ServerSocket(key.port())) {
            assertEquals(
                    Kind.CONFLICT,
                    assertThrows(HoldException.class, () -> holds.take(key)).kind());
        }
        PortKey elsewhere = new PortKey(key.port(), Protocol.TCP, "192.0.2.77");
        HoldException e = assertThrows(HoldException.class, () -> holds.take(elsewhere));
        assertEquals(Kind.INVALID, e.kind());
        assertTrue(e.getMessage().contains("192.0.2.77 is not an address of this machine"), e.getMessage());
    }

    private static Stream<Holds> holds() {
        return Stream.of(new LinuxHolds(), new JavaHolds());
    }
}
