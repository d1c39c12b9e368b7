// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.reservation.PortKey;
import org.portio.reservation.SocketShape;
import org.portio.reservation.internal.Grab;
import org.portio.reservation.internal.HostileBinders;
import org.portio.reservation.internal.Servers;
import org.portio.reservation.internal.TestPorts;
import org.portio.reservation.internal.Thief;

class HoldShapesTest {

    private static final int BACKLOG = 16;
    private static final int CHANGES = 300;

    @TempDir
    private Path folder;

    private final LinuxHolds holds = new LinuxHolds();
    private final LinuxSockets sockets = new LinuxSockets();

    @BeforeEach
    void needsLinux() {
        assumeTrue(LinuxSockets.arePossible(), "skipped: what is tried here is how Linux binds");
        Thief.assumePossible(Thief.SAME_USER);
    }

    static Stream<SocketShape> shapes() {
        return Stream.of(
                SocketShape.DUAL,
                SocketShape.IPV4,
                SocketShape.IPV6,
                new SocketShape(true, "0.0.0.0", false),
                new SocketShape(false, "127.0.0.1", false),
                new SocketShape(true, "127.0.0.1", false),
                new SocketShape(false, "127.0.0.2", false),
                new SocketShape(true, "::1", false));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsHandedOutListensAndIsHeldAgainWithoutBinding(SocketShape shape) throws Exception {
        PortKey key = TestPorts.freeTcp();
        try (Hold hold = holds.take(key)) {
            int socket = handOut(hold, shape);
            assertHeld(key);
            for (int round = 0; round < 3; round++) {
                assertEquals(0, new Listening(socket).begin(BACKLOG), shape.toString());
                assertHeld(key);
                // What is left of this connection is in the way of the next round.
                acceptAndClose(socket, key, shape);
                hold.stopListening();
                assertHeld(key);
                assertThrows(ConnectException.class, () -> connect(key, shape).close());
            }
            sockets.close(socket);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aProgramMayAskForOneShapeAfterTheOther(SocketShape first) throws Exception {
        PortKey key = TestPorts.freeTcp();
        try (Hold hold = holds.take(key)) {
            for (SocketShape second : shapes().toList()) {
                for (SocketShape shape : List.of(first, second)) {
                    int socket = handOut(hold, shape);
                    assertEquals(0, new Listening(socket).begin(BACKLOG), first + ", " + second);
                    sockets.close(socket);
                    hold.stopListening();
                }
            }
            assertHeld(key);
        }
    }

    @Test
    void nobodyWithAddressReuseComesInWhileTheShapeChanges() throws Exception {
        PortKey key = TestPorts.freeTcp();
        try (Hold hold = holds.take(key);
                HostileBinders binders = new HostileBinders(key.port(), Grab.ofOtherUsers())) {
            for (int round = 0; round < CHANGES; round++) {
                for (SocketShape shape : List.of(SocketShape.DUAL, SocketShape.IPV4, SocketShape.IPV6)) {
                    sockets.close(handOut(hold, shape));
                }
            }
            assertTrue(binders.tries() > 0, "control: they tried");
            assertEquals(Set.of(), binders.wins());
        }
    }

    @Test
    void twoFamiliesAreServedAtTheSameTime() throws Exception {
        PortKey key = TestPorts.freeTcp();
        try (Hold hold = holds.take(key)) {
            int ipv4 = handOut(hold, SocketShape.IPV4);
            int ipv6 = handOut(hold, SocketShape.IPV6);
            assertEquals(0, new Listening(ipv4).begin(BACKLOG));
            assertEquals(0, new Listening(ipv6).begin(BACKLOG));
            connect(key, SocketShape.IPV4).close();
            connect(key, SocketShape.IPV6).close();
            assertEquals(
                    Kind.CONFLICT,
                    assertThrows(HoldException.class, () -> handOut(hold, SocketShape.DUAL))
                            .kind(),
                    "as the kernel says of a program of its own");
            sockets.close(ipv4);
            sockets.close(ipv6);
        }
    }

    @Test
    void aSingleAddressIsHeldAloneAgainAfterAProgramAskedForAll() throws Exception {
        PortKey key = new PortKey(TestPorts.free(), Protocol.TCP, "127.0.0.1");
        try (Hold hold = holds.take(key)) {
            int socket = handOut(hold, SocketShape.DUAL);
            assertEquals(0, new Listening(socket).begin(BACKLOG));
            sockets.close(socket);
            hold.stopListening();

            List<String> taken = Thief.steal(key.port(), Protocol.TCP, Thief.SAME_USER);
            assertTrue(taken.contains("127.0.0.2") && taken.contains("::1"), taken.toString());
            assertEquals("", holds.theft(key));
        }
    }

    @Test
    void datagramsComeToTheSocketThatWasHandedOut() throws Exception {
        PortKey key = PortKey.of(TestPorts.free(), Protocol.UDP);
        try (Hold hold = holds.take(key)) {
            for (SocketShape shape : List.of(SocketShape.IPV4, SocketShape.DUAL, SocketShape.IPV6)) {
                int socket = handOut(hold, shape);
                assertEquals(List.of(), Grab.ofBound(key.port(), Protocol.UDP));
                sockets.close(socket);
                hold.stopListening();
            }
        }
    }

    private void assertHeld(PortKey key) {
        assertEquals(List.of(), Grab.ofBound(key.port(), key.protocol()));
    }

    private int handOut(Hold hold, SocketShape shape) throws IOException, HoldException {
        Path name = folder.resolve("socket");
        try (DescriptorPassing.Receiver receiver = new DescriptorPassing.Receiver(name)) {
            hold.handOut(shape, name);
            return receiver.receive(Duration.ofSeconds(5));
        }
    }

    private static void acceptAndClose(int socket, PortKey key, SocketShape shape) throws Exception {
        try (Socket client = connect(key, shape)) {
            Servers.acceptAndClose(socket, client);
        }
    }

    private static Socket connect(PortKey key, SocketShape shape) throws IOException {
        InetAddress address = InetAddress.ofLiteral(shape.address());
        String loopback = shape.equals(SocketShape.IPV6) ? "::1" : "127.0.0.1";
        Socket socket = new Socket();
        socket.connect(
                new InetSocketAddress(
                        address.isAnyLocalAddress() ? InetAddress.ofLiteral(loopback) : address, key.port()),
                5000);
        return socket;
    }
}
