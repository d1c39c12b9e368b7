// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.junit.HandOver;
import org.portio.junit.HeldPort;

/** Tests with {@link HeldPort} get ports that are theirs. The classes that are run for that are at the end. */
class HeldPortTest {

    private static final List<Integer> GIVEN = new ArrayList<>();

    @Test
    void eachFieldAndParameterGetsAPortOfItsOwn() {
        GIVEN.clear();
        assertEquals(Map.of(), Rehearsal.of(EverywhereSample.class).failures());
        assertEquals(7, GIVEN.size(), GIVEN::toString);
        assertEquals(7, Set.copyOf(GIVEN).size(), GIVEN::toString);
    }

    @Test
    void aClassWithOneInstanceKeepsItsPortAndNestedClassesSeeIt() {
        assertEquals(Map.of(), Rehearsal.of(OneInstanceSample.class).failures());
    }

    @Test
    void theReportSaysTheWay() {
        Rehearsal rehearsal = Rehearsal.of(UdpSample.class);
        assertEquals(Map.of(), rehearsal.failures());
        assertEquals(1, rehearsal.entries().size());
        assertTrue(
                rehearsal.entries().getFirst().matches("@HeldPort field port: UDP \\d+ by release"),
                rehearsal.entries()::toString);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theHoldRefusesClientsAndLetsServersOfJavaInAgainAndAgain() throws IOException {
        int port;
        try (PortHold hold = new PortHolds().take(Protocol.TCP, HandOver.AUTO)) {
            port = hold.port();
            assertThrows(ConnectException.class, () -> connect(hold.port()));
            assertThrows(BindException.class, () -> bindWithoutReuse(hold.port()));
            for (int round = 0; round < 3; round++) {
                try (ServerSocket server = new ServerSocket(port);
                        Socket client = connect(port);
                        Socket accepted = server.accept()) {
                    assertEquals(client.getLocalPort(), accepted.getPort());
                }
            }
            assertThrows(BindException.class, () -> bindWithoutReuse(hold.port()));
        }
    }

    @Test
    void aHoldThatIsClosedLeavesThePortToEverybody() throws IOException {
        PortHold hold = new PortHolds().take(Protocol.TCP, HandOver.AUTO);
        hold.close();
        bindWithoutReuse(hold.port());
    }

    @Test
    void noTwoTestRunsChooseTheSamePort() throws IOException {
        NumberRange few = new NumberRange(Optional.of(new PortRange(10_010, 65_535)));
        Set<Integer> ports = new HashSet<>();
        List<PortHold> holds = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                HandOver way = i % 2 == 0 ? HandOver.RELEASE : HandOver.ANY;
                holds.add(new PortHolds(few, new Claims(), Doorway.ofThisProcess()).take(Protocol.UDP, way));
                ports.add(holds.getLast().port());
            }
            assertEquals(5, ports.size());
        } finally {
            for (PortHold hold : holds) {
                hold.close();
            }
        }
    }

    @RepeatedTest(3)
    void numbersAreNotThoseThatTheSystemGivesOut() throws IOException {
        try (ServerSocket any = new ServerSocket(0);
                PortHold hold = new PortHolds().take(Protocol.TCP, HandOver.RELEASE)) {
            assertTrue(hold.port() >= 10_000 && hold.port() < 32_768, hold::toString);
            assertNotEquals(any.getLocalPort(), hold.port());
        }
    }

    @Test
    void whatCannotBeSetIsSaid() {
        Rehearsal wrong = Rehearsal.of(WrongSample.class);
        assertTrue(wrong.failure("text").getMessage().contains("declare it as int"), wrong.failure("text")::getMessage);
        IOException refused = assertThrows(IOException.class, () -> new PortHolds().take(Protocol.UDP, HandOver.LATCH));
        assertEquals("only TCP on Linux can be handed over by latch; choose HandOver.RELEASE", refused.getMessage());
        assertTrue(Rehearsal.of(FinalFieldSample.class)
                .failure("test")
                .getMessage()
                .contains("declare it as int, not final"));
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private static void bindWithoutReuse(int port) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.setReuseAddress(false);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }

    static class EverywhereSample {

        @HeldPort
        private static int ofTheClass;

        @HeldPort
        private Integer ofTheTest;

        @BeforeAll
        static void begin(@HeldPort int port) {
            GIVEN.addAll(List.of(ofTheClass, port));
        }

        @BeforeEach
        void beginTest(@HeldPort int port) {
            GIVEN.addAll(List.of(ofTheTest, port));
        }

        @Test
        void test(@HeldPort int port, @HeldPort(protocol = Protocol.UDP) int udp, @HeldPort Integer other)
                throws IOException {
            GIVEN.addAll(List.of(port, udp, other));
            try (ServerSocket first = new ServerSocket(ofTheClass);
                    ServerSocket second = new ServerSocket(port);
                    DatagramSocket third = new DatagramSocket(udp)) {
                assertEquals(port, second.getLocalPort());
                assertFalse(first.isClosed() || third.isClosed());
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceSample {

        @HeldPort
        private int port;

        private int first;

        @BeforeAll
        void remember() {
            first = port;
        }

        @Test
        void one() {
            assertNotEquals(0, port);
            assertEquals(first, port);
        }

        @Test
        void two() {
            assertEquals(first, port);
        }

        @Nested
        class Inner {

            @HeldPort
            private int own;

            @Test
            void three() {
                assertEquals(first, port);
                assertNotEquals(port, own);
                assertNotEquals(0, own);
            }
        }
    }

    static class UdpSample {

        @HeldPort(protocol = Protocol.UDP)
        private int port;

        @Test
        void test() throws IOException {
            try (DatagramSocket socket = new DatagramSocket(port)) {
                assertEquals(port, socket.getLocalPort());
            }
        }
    }

    static class WrongSample {

        @Test
        void text(@HeldPort String port) {
            throw new AssertionError(port);
        }
    }

    static class FinalFieldSample {

        @HeldPort
        private final int port = 0;

        @Test
        void test() {
            throw new AssertionError(port);
        }
    }
}
