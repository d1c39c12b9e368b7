// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortLeases;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.internal.TestPorts;
import org.portio.reservation.internal.hold.LinuxSockets;

/** Tests reservations that belong to test runs, and leases. */
class RunReservationsTest {

    /** Leases that are taken at a time; 1,000 with PORTIO_ROUNDS=1000. */
    private static final int LEASES = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "40"));

    private static final int CLIENTS = 50;

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

    private Reservation with(String note) {
        return new Reservation(key, "", note, HandOver.LATCH, false, Instant.EPOCH);
    }

    @Test
    void remembersTheTestRunThatAReservationBelongsTo() throws Exception {
        engine.reserve(TestPorts.wish(key).withRun("one"));
        reopen();
        assertEquals("one", only().reservation().run());
    }

    @Test
    void aTestRunLeavesAReservationOfSomebodyElseAsItIs() throws Exception {
        engine.reserve(with("mine"));

        ReservationStatus status = engine.reserve(with("of the run").withRun("one"));

        assertEquals("mine", status.reservation().note());
        assertEquals("", only().reservation().run());
    }

    @Test
    void whoReservesWithoutARunTakesOverWhatIsARuns() throws Exception {
        engine.reserve(with("").withRun("one"));
        assertEquals(
                "one", engine.reserve(with("").withRun("other")).reservation().run());
        assertEquals("", engine.reserve(with("")).reservation().run());
    }

    @Test
    void noPortIsLeasedTwiceOrTakenByOthersWhoTryAll() throws Exception {
        try (HostileBinders hostile = HostileBinders.start(20_000, 20_000 + 4 * LEASES);
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<List<PortKey>>> leases = new ArrayList<>();
            for (int i = 0; i < LEASES; i++) {
                String run = "run-" + i;
                leases.add(() -> PortLeases.take(engine, 1, Protocol.TCP, 20_000, 20_000 + 4 * LEASES, run));
            }
            List<PortKey> ports = new ArrayList<>();
            for (Future<List<PortKey>> lease : clients.invokeAll(leases)) {
                ports.addAll(lease.get());
            }

            assertEquals(LEASES, new HashSet<>(ports).size());
            hostile.awaitOneMoreRound();
            assertEquals(List.of(), ports.stream().filter(hostile::had).toList());
            assertTrue(hostile.taken() > 0, "they take what is free");
        }
    }

    @Test
    void leasesThatCannotAllBeHadLeaveNone() throws Exception {
        int first = key.port();
        try {
            PortLeases.take(engine, 2, Protocol.TCP, first, first, "run");
        } catch (ReservationException e) {
            assertEquals(ReservationException.Kind.CONFLICT, e.kind());
            assertEquals(List.of(), engine.list());
            return;
        }
        throw new AssertionError("two leases of one port");
    }
}
