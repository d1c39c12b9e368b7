// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.internal.Servers;
import org.portio.reservation.internal.TestPorts;
import org.portio.reservation.internal.Thief;
import org.portio.reservation.internal.hold.DescriptorPassing;
import org.portio.reservation.internal.hold.LinuxSockets;

class LenderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<Process> processes = new ArrayList<>();

    @TempDir
    private Path home;

    private HeldPorts engine;
    private PortKey key;

    @BeforeEach
    void reserve() throws Exception {
        assumeTrue(LinuxSockets.arePossible(), "skipped: hand-over is tried on Linux");
        Thief.assumePossible(Thief.SAME_USER);
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
        key = TestPorts.freeTcp();
        engine.reserve(TestPorts.wish(key));
    }

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        if (engine != null) {
            engine.close();
        }
    }

    private Process server(boolean reuse) throws IOException {
        Process process = new ProcessBuilder(Servers.command(key.port(), reuse)).start();
        processes.add(process);
        return process;
    }

    private ReservationStatus status() {
        try {
            return engine.list().getFirst();
        } catch (ReservationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertHeldAgain() throws Exception {
        assertTrue(TestPorts.becomes(() -> status().state() == HoldState.HELD, PATIENCE), status().toString());
        assertEquals(List.of(), Thief.steal(key.port(), key.protocol(), Thief.SAME_USER));
    }

    @Test
    void aLatchLetsTheProgramInAndNobodyAfterIt() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        assertEquals(HoldState.LENT, status().state());
        Process program = server(true);
        engine.started(key, program.pid());
        ReservationStatus seen = engine.awaitListener(key, PATIENCE);

        assertTrue(seen.detail().matches("python3.* \\(PID " + program.pid() + "\\) listens"), seen.detail());
        assertEquals(program.pid(), seen.borrower());
        assertEquals("served", Servers.ask(key.port()));
        assertEquals(List.of(), Thief.steal(key.port(), key.protocol(), Thief.SAME_USER));

        program.destroyForcibly().waitFor();
        assertHeldAgain();
    }

    @Test
    void whatAChildOfTheProgramDoesIsItsDoing() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\"; exit 3", "sh"));
        command.addAll(Servers.command(key.port(), true));
        Process shell = new ProcessBuilder(command).start();
        processes.add(shell);
        engine.started(key, shell.pid());

        String detail = engine.awaitListener(key, PATIENCE).detail();
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        assertTrue(detail.endsWith(" listens"), detail);
        assertFalse(detail.contains("(PID " + shell.pid() + ")"), detail);
        assertHeldAgain();
    }

    @Test
    void saysWhoTookThePortInsteadOfTheProgram() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        Process other = server(true);
        assertTrue(TestPorts.becomes(() -> Servers.answers(key.port()), PATIENCE));
        Process program = new ProcessBuilder("/bin/sleep", "60").start();
        processes.add(program);
        engine.started(key, program.pid());

        String detail = engine.awaitListener(key, PATIENCE).detail();
        assertTrue(
                detail.matches("taken by python3.* \\(PID " + other.pid() + "\\), which is another program"), detail);
        program.destroyForcibly().waitFor();
        assertTrue(TestPorts.becomes(() -> status().state() == HoldState.CONFLICT, PATIENCE), status().toString());
        assertTrue(status().detail().contains("(PID " + other.pid() + "), listening on"), status().detail());
        other.destroyForcibly().waitFor();
        assertHeldAgain();
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        Process program = new ProcessBuilder("/bin/sleep", "60").start();
        processes.add(program);
        engine.started(key, program.pid());

        assertEquals("nobody listens", engine.awaitListener(key, SHORT).detail());
        assertEquals(HoldState.HELD, engine.giveBack(key).state());
        assertHeldAgain();
    }

    @Test
    void aLatchThatNobodyWaitsForClosesByItself() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        Process program = server(true);
        engine.started(key, program.pid());

        assertTrue(TestPorts.becomes(() -> status().detail().endsWith(" listens"), PATIENCE), status().toString());
        assertEquals(List.of(), Thief.steal(key.port(), key.protocol(), Thief.SAME_USER));
    }

    @Test
    void aReleasedPortIsBoundAgainWhenItsProgramEnds() throws Exception {
        engine.lend(key, HandOver.RELEASE, null);
        Process program = server(false);
        engine.started(key, program.pid());
        assertTrue(engine.awaitListener(key, PATIENCE).detail().endsWith(" listens"));
        program.destroyForcibly().waitFor();
        assertHeldAgain();
    }

    @Test
    void aReleasedUdpPortIsSeenToBeTaken() throws Exception {
        PortKey udp = PortKey.of(TestPorts.free(), Protocol.UDP);
        engine.reserve(TestPorts.wish(udp));
        engine.lend(udp, HandOver.RELEASE, null);
        Process program = new ProcessBuilder(Servers.udp(udp.port())).start();
        processes.add(program);
        engine.started(udp, program.pid());
        assertTrue(engine.awaitListener(udp, PATIENCE).detail().endsWith(" listens"));
        program.destroyForcibly().waitFor();
        assertEquals(HoldState.HELD, engine.giveBack(udp).state());
        assertEquals(List.of(), Thief.steal(udp.port(), Protocol.UDP, Thief.SAME_USER));
    }

    @Test
    void whatNoProgramClaimsIsTakenBack() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        assertFalse(Thief.steal(key.port(), key.protocol(), Thief.SAME_USER).isEmpty(), "control: it is open");
        assertHeldAgain();
        assertEquals(Kind.INVALID, kindOf(() -> engine.started(key, 1)));
    }

    @Test
    void aProgramThatHasEndedAlreadyGivesBackAtOnce() throws Exception {
        engine.lend(key, HandOver.LATCH, null);
        Process program = new ProcessBuilder("/bin/true").start();
        program.waitFor();
        engine.started(key, program.pid());
        assertEquals(HoldState.HELD, status().state());
    }

    @Test
    void refusesHandOversThatCannotBe() throws Exception {
        PortKey udp = PortKey.of(key.port(), Protocol.UDP);
        engine.reserve(TestPorts.wish(udp));
        assertEquals(Kind.INVALID, kindOf(() -> engine.lend(udp, HandOver.LATCH, null)));
        assertEquals(Kind.INVALID, kindOf(() -> engine.lend(key, HandOver.AUTO, null)));
        assertEquals(Kind.INVALID, kindOf(() -> engine.lend(key, HandOver.DESCRIPTOR, null)));
        assertEquals(Kind.FAILED, kindOf(() -> engine.lend(key, HandOver.DESCRIPTOR, home.resolve("nobody"))));
        assertHeldAgain();
        engine.lend(key, HandOver.LATCH, null);
        assertEquals(Kind.CONFLICT, kindOf(() -> engine.lend(key, HandOver.LATCH, null)));
    }

    private interface Call {
        void run() throws ReservationException;
    }

    private static Kind kindOf(Call call) {
        return assertThrows(ReservationException.class, call::run).kind();
    }

    /** Tests the kernel's part of the hand-over by descriptor: the port is never let go, in both directions, twice. */
    @Test
    void aSocketThatHasListenedHoldsThePortAgainAlsoAfterConnections() throws Exception {
        for (int round = 0; round < 2; round++) {
            Path name = home.resolve("socket");
            try (DescriptorPassing.Receiver receiver = new DescriptorPassing.Receiver(name)) {
                engine.lend(key, HandOver.DESCRIPTOR, name);
                int descriptor = receiver.receive(Duration.ofSeconds(5));
                assertEquals(List.of(), Thief.steal(key.port(), key.protocol(), Thief.SAME_USER));
                Process program = new ProcessBuilder("/bin/sleep", "60").start();
                processes.add(program);
                engine.started(key, program.pid());
                // The connection ends on the side of the server first, and leaves TIME-WAIT.
                Servers.acceptAndClose(descriptor, key.port());
                receiver.close(descriptor);
            }
            assertEquals(HoldState.HELD, engine.giveBack(key).state());
            assertHeldAgain();
            try (Socket socket = new Socket()) {
                InetSocketAddress to = new InetSocketAddress(InetAddress.getLoopbackAddress(), key.port());
                assertThrows(ConnectException.class, () -> socket.connect(to, 2000));
            }
        }
        engine.close();
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
        assertEquals(HoldState.HELD, status().state(), "control: leftovers do not keep the next process from it");
    }

    @Test
    void whatIsClosedIsFreeForOthers() throws Exception {
        engine.close();
        new ServerSocket(key.port()).close();
        try (SocketChannel channel = SocketChannel.open()) {
            channel.bind(new InetSocketAddress(key.port()));
        }
    }
}
