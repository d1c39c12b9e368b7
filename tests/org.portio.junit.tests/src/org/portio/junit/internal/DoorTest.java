// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.portio.core.Protocol;
import org.portio.junit.HandOver;
import org.portio.junit.HeldPort;
import org.portio.junit.NoPortLeaks;
import org.portio.trace.Availability;

/** Ports that are handed over at the very bind. The classes that are run for that are at the end. */
class DoorTest {

    /** Its thread was there before the door. */
    private static final ExecutorService SOMEBODY_ELSE = Executors.newSingleThreadExecutor();

    private static Thread own;

    @BeforeAll
    static void assumeDoor() throws ExecutionException, InterruptedException {
        SOMEBODY_ELSE.submit(() -> true).get();
        own = Thread.currentThread();
        String obstacle = Doorway.ofThisProcess().obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
    }

    @AfterAll
    static void end() {
        SOMEBODY_ELSE.shutdown();
    }

    @Test
    void whoeverBindsOnTheTestsThreadHasThePortWithoutAddressReuse() {
        assertEquals(Map.of(), Rehearsal.of(ThreadSample.class).failures());
    }

    @Test
    void programsOfTheTestHaveThePort() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "no perl");
        assertEquals(Map.of(), Rehearsal.of(ProgramSample.class).failures());
    }

    @Test
    void aHoldOfUdpIsNoLeakAndWhatTheTestLeavesIs() {
        Rehearsal rehearsal = Rehearsal.of(UdpSample.class);
        assertEquals(1, rehearsal.failures().size(), rehearsal.failures()::toString);
        assertTrue(
                rehearsal.failure("leaves").getMessage().contains("this test leaves a port open: UDP "),
                rehearsal.failure("leaves")::getMessage);
        UdpSample.left.close();
    }

    @Test
    void aTimeoutInterruptsTheTestAndAFailureIsThatOfTheTest() {
        Rehearsal rehearsal = Rehearsal.of(FailingSample.class);
        assertInstanceOf(TimeoutException.class, rehearsal.failure("sleeps"));
        assertEquals("of its own", rehearsal.failure("fails").getMessage());
    }

    @Test
    void withoutADoorTheReportSaysWhyItIsAnotherWay() throws IOException {
        Doorway closed = new Doorway(() -> new Availability(Availability.Obstacle.FORBIDDEN));
        PortHolds holds = new PortHolds(new NumberRange(), new Claims(), closed);
        try (PortHold tcp = holds.take(Protocol.TCP, HandOver.ANY);
                PortHold udp = holds.take(Protocol.UDP, HandOver.ANY)) {
            assertTrue(tcp.toString().matches("TCP \\d+ by latch, since the system does not allow .*"), tcp::toString);
            assertTrue(
                    udp.toString().matches("UDP \\d+ by release, since the system does not allow .*"), udp::toString);
        }
    }

    /** Listens without {@code SO_REUSEADDR}. */
    private static ServerSocket bind(InetAddress address, int port) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.setReuseAddress(false);
            server.bind(new InetSocketAddress(address, port));
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static void assertTakenForOthers(int port) {
        Throwable failure = assertThrows(
                ExecutionException.class,
                () -> SOMEBODY_ELSE
                        .submit(() -> bind(InetAddress.getLoopbackAddress(), port))
                        .get());
        assertInstanceOf(BindException.class, failure.getCause());
    }

    static class ThreadSample {

        @HeldPort(handOver = HandOver.ANY)
        private int port;

        private Thread before;

        @BeforeEach
        void begin() {
            before = Thread.currentThread();
        }

        @Test
        void bindsAtAllAddressesAndAtOne() throws IOException {
            assertSame(before, Thread.currentThread());
            assertTrue(own != before);
            assertTakenForOthers(port);
            bind(InetAddress.ofLiteral("0.0.0.0"), port).close();
        }

        @Test
        void keepsThePortBetweenTwoServersWithAddressReuse() throws IOException {
            for (int round = 0; round < 3; round++) {
                try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                    assertEquals(port, server.getLocalPort());
                }
                assertTakenForOthers(port);
            }
        }

        @Test
        void bindsUdp(@HeldPort(protocol = Protocol.UDP, handOver = HandOver.ANY) int udp) throws IOException {
            try (DatagramSocket socket = new DatagramSocket(udp)) {
                assertEquals(udp, socket.getLocalPort());
            }
        }
    }

    static class ProgramSample {

        @Test
        void startsOne(@HeldPort(handOver = HandOver.ANY) int port) throws IOException {
            Process process = new ProcessBuilder(
                            "/usr/bin/perl",
                            "-e",
                            "use IO::Socket::INET; my $s = IO::Socket::INET->new(LocalPort => $ARGV[0], Listen => 1,"
                                    + " ReuseAddr => 0) or die $!; print $s->sockport",
                            String.valueOf(port))
                    .redirectErrorStream(true)
                    .start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(String.valueOf(port), out);
        }
    }

    @NoPortLeaks(patienceMillis = 0)
    static class UdpSample {

        private static DatagramSocket left;

        @Test
        void bindsNothing(@HeldPort(protocol = Protocol.UDP, handOver = HandOver.ANY) int port) {
            assertTrue(port > 0);
        }

        @Test
        void leaves(@HeldPort(protocol = Protocol.UDP, handOver = HandOver.ANY) int port) throws IOException {
            left = new DatagramSocket(port);
        }
    }

    static class FailingSample {

        @HeldPort(handOver = HandOver.ANY)
        private int port;

        @Test
        @Timeout(1)
        void sleeps() throws InterruptedException {
            Thread.sleep(60_000);
        }

        @Test
        void fails() {
            throw new IllegalStateException(port > 0 ? "of its own" : "no port");
        }
    }
}
