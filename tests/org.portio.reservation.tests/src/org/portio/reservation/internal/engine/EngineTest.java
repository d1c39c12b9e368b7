// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationListener;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.internal.TestPorts;
import org.portio.reservation.internal.hold.LinuxSockets;

class EngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path home;

    private HeldPorts engine;
    private PortKey key;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(LinuxSockets.arePossible(), "skipped: who has a port is seen by the source for Linux");
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
        key = TestPorts.freeTcp();
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private void reopen() throws ReservationException {
        engine.close();
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
    }

    private ReservationStatus only() throws ReservationException {
        List<ReservationStatus> all = engine.list();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    private HoldState state() {
        try {
            return only().state();
        } catch (ReservationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertHolds(PortKey held) throws IOException {
        try (SocketChannel thief = SocketChannel.open()) {
            assertThrows(
                    IOException.class,
                    () -> thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), held.port())));
        }
    }

    @Test
    void whatIsReservedIsHeldAlsoByTheNextProcess() throws Exception {
        assertEquals(HoldState.HELD, engine.reserve(TestPorts.wish(key)).state());
        assertHolds(key);

        reopen();
        assertEquals(new ReservationStatus(TestPorts.wish(key), HoldState.HELD, only().stateSince(), "", 0), only());
        assertHolds(key);
    }

    @Test
    void whatIsReleasedIsFree() throws Exception {
        engine.reserve(TestPorts.wish(key));
        assertEquals(HoldState.HELD, engine.release(key).state());

        new ServerSocket(key.port()).close();
        assertEquals(List.of(), engine.list());
        assertEquals(Kind.NOT_FOUND, kindOf(() -> engine.release(key)));
        reopen();
        assertEquals(List.of(), engine.list());
    }

    private interface Call {
        void run() throws ReservationException;
    }

    private static Kind kindOf(Call call) {
        return assertThrows(ReservationException.class, call::run).kind();
    }

    @Test
    void saysWhoHasATakenPort() throws Exception {
        long pid = ProcessHandle.current().pid();
        try (ServerSocket _ = new ServerSocket(key.port())) {
            ReservationException e =
                    assertThrows(ReservationException.class, () -> engine.reserve(TestPorts.wish(key)));
            assertEquals(Kind.CONFLICT, e.kind());
            assertTrue(
                    e.getMessage()
                            .matches(key + " is taken by .+ \\(PID " + pid + "\\), listening on .*:" + key.port()),
                    e.getMessage());
        }
        try (SocketChannel bound = SocketChannel.open()) {
            bound.bind(new InetSocketAddress(key.port()));
            ReservationException e =
                    assertThrows(ReservationException.class, () -> engine.reserve(TestPorts.wish(key)));
            assertTrue(e.getMessage().contains("(PID " + pid + "), bound to "), e.getMessage());
            assertTrue(e.getMessage().endsWith(" without listening"), e.getMessage());
        }
        assertEquals(List.of(), engine.list());
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertEquals(Kind.INVALID, kindOf(() -> engine.reserve(TestPorts.wish(PortKey.of(70000, Protocol.TCP)))));
        assertEquals(
                Kind.INVALID, kindOf(() -> engine.reserve(TestPorts.wish(new PortKey(80, Protocol.TCP, "localhost")))));
        assertEquals(
                Kind.INVALID,
                kindOf(() -> engine.reserve(TestPorts.wish(new PortKey(key.port(), Protocol.TCP, "192.0.2.77")))));
        assertEquals(
                Kind.INVALID,
                kindOf(() -> engine.reserve(with(home.resolve("nothing").toString(), ""))));
    }

    private Reservation with(String executable, String note) {
        return new Reservation(key, executable, note, HandOver.LATCH, false, Instant.EPOCH);
    }

    @Test
    void refusesWhatAnotherReservationHas() throws Exception {
        engine.reserve(TestPorts.wish(key));
        PortKey one = new PortKey(key.port(), Protocol.TCP, "127.0.0.1");
        ReservationException e = assertThrows(ReservationException.class, () -> engine.reserve(TestPorts.wish(one)));
        assertEquals(Kind.CONFLICT, e.kind());
        assertTrue(e.getMessage().contains("release it first"), e.getMessage());
        assertEquals(
                HoldState.HELD,
                engine.reserve(TestPorts.wish(PortKey.of(key.port(), Protocol.UDP)))
                        .state());
    }

    @Test
    void reservingAgainChangesItsProgramAndNoteOnly() throws Exception {
        engine.reserve(TestPorts.wish(key));
        engine.reserve(with("/bin/sh", "mine"));
        reopen();
        Reservation now = only().reservation();
        assertEquals("/bin/sh", now.executable());
        assertEquals("mine", now.note());
        assertEquals(HandOver.LATCH, now.handOver());
        assertEquals(TestPorts.wish(key).since(), now.since());
    }

    @Test
    void anAddressIsOneHoweverItIsWritten() throws Exception {
        engine.reserve(TestPorts.wish(new PortKey(key.port(), Protocol.TCP, "0:0:0:0:0:0:0:1")));
        assertEquals("::1", only().key().address());
        engine.release(new PortKey(key.port(), Protocol.TCP, "::1"));
        assertEquals(List.of(), engine.list());
    }

    @Test
    void aConflictIsToldAndTriedAgainUntilItIsHeld() throws Exception {
        engine.reserve(TestPorts.wish(key));
        engine.close();
        try (ServerSocket _ = new ServerSocket(key.port())) {
            reopen();
            assertEquals(HoldState.CONFLICT, state());
            assertTrue(only().detail().startsWith("taken by "), only().detail());
            BlockingQueue<HoldState> seen = new LinkedBlockingQueue<>();
            try (AutoCloseable _ = engine.watch(listener(seen))) {
                assertEquals(HoldState.CONFLICT, seen.poll(20, TimeUnit.SECONDS));
                assertEquals(HoldState.CONFLICT, engine.retry(key).state());
            }
        }
        BlockingQueue<HoldState> seen = new LinkedBlockingQueue<>();
        try (AutoCloseable _ = engine.watch(listener(seen))) {
            assertTrue(TestPorts.becomes(() -> seen.contains(HoldState.HELD), PATIENCE), seen.toString());
        }
        assertHolds(key);
    }

    private static ReservationListener listener(BlockingQueue<HoldState> states) {
        return new ReservationListener() {
            @Override
            public void changed(List<ReservationStatus> reservations) {
                reservations.forEach(status -> states.add(status.state()));
            }

            @Override
            public void failed(ReservationException failure) {
                throw new AssertionError(failure);
            }
        };
    }

    @Test
    void aPortThatCannotBeWrittenDownIsNotHeld() throws Exception {
        Path data = home.resolve("data");
        Files.deleteIfExists(data.resolve("port_reservations.lock"));
        Files.delete(data);
        Files.writeString(data, "in the way");

        assertEquals(Kind.FAILED, kindOf(() -> engine.reserve(TestPorts.wish(key))));
        new ServerSocket(key.port()).close();
    }

    @Test
    void aNewerFileKeepsItFromOpening() throws Exception {
        Files.writeString(home.resolve("data/port_reservations.json"), "{\"schema\": 99, \"writtenBy\": \"PortIO 9\"}");
        assertEquals(Kind.FAILED, kindOf(this::reopen));
    }

    @Test
    void aDamagedFileIsReported() throws Exception {
        engine.close();
        Files.writeString(home.resolve("data/port_reservations.json"), "{\"schema\": 1, ");
        reopen();
        assertEquals(1, engine.reports().size());
        assertTrue(engine.reports().getFirst().contains(".corrupt-"));
    }

    @Test
    void manyAtOnceAreAllKept() throws Exception {
        List<PortKey> keys = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            PortKey wanted = new PortKey(key.port(), Protocol.TCP, "127.9.0." + (i + 1));
            keys.add(wanted);
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    engine.reserve(TestPorts.wish(wanted));
                } catch (ReservationException e) {
                    failures.add(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
        reopen();
        assertEquals(
                keys.stream().sorted().toList(),
                engine.list().stream().map(ReservationStatus::key).toList());
        assertTrue(engine.list().stream().allMatch(status -> status.state() == HoldState.HELD));
    }
}
