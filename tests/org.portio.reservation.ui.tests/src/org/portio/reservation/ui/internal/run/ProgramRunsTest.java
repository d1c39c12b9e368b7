// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.testing.FakeReservations;

/** Programs run from the view. */
class ProgramRunsTest {

    private static final PortKey KEY = PortKey.of(8080, Protocol.TCP);
    private static final long PATIENCE_MILLIS = 60_000;

    @TempDir
    Path folder;

    private final FakeReservations reservations = new FakeReservations();
    private final List<String> news = new CopyOnWriteArrayList<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private ProgramRuns runs;

    @BeforeEach
    void runBelowTheFolder() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the programs are shell scripts");
        runs = new ProgramRuns(folder.resolve("runs"));
    }

    @Test
    void theOutputIsInTheLogAndTheNewsSayHowItEnded() throws Exception {
        String program = program("echo out; echo err >&2; exit 3");

        start(program);
        until(() -> !runs.isRunning(KEY));

        assertEquals("out\nerr\n", new LogTail(runs.log(KEY)).read());
        assertEquals(program + " has ended with exit code 3.", news.getLast());
        assertNull(failure.get());
        assertTrue(
                reservations.calls().contains("giveBack TCP 8080"),
                reservations.calls().toString());
    }

    @Test
    void aProgramRunsOnceAndIsStopped() throws Exception {
        String program = program("echo begun; exec sleep 600");
        start(program);
        start(program);
        until(() -> read().equals("begun\n"));
        assertTrue(runs.isRunning(KEY));

        runs.stop(KEY);

        until(() -> !runs.isRunning(KEY));
        assertEquals(program + " was asked to end.", news.getLast());
        assertEquals(
                1,
                reservations.calls().stream()
                        .filter(call -> call.startsWith("lend"))
                        .count());
    }

    @Test
    void aProgramThatIsNotThereIsTold() throws Exception {
        start(folder.resolve("nothing").toString());
        until(() -> !runs.isRunning(KEY));

        assertTrue(failure.get().getMessage().contains("nothing"), String.valueOf(failure.get()));
        assertFalse(reservations.calls().contains("started TCP 8080"));
    }

    @Test
    void theLogIsFollowedAndFreeOfControls() throws Exception {
        Path log = folder.resolve("log");
        LogTail tail = new LogTail(log);
        assertEquals("", tail.read());
        Files.writeString(log, "one\n\u001b[2Jtwo\u202e\r\n");
        assertEquals("one\n[2Jtwo\n", tail.read());
        Files.writeString(log, "x".repeat(1_000_000));
        assertEquals(256 * 1024, tail.read().length());
        Files.delete(log);
        assertEquals("", tail.read());
    }

    @Test
    void aLogIsNamedByWhatIsReserved() {
        assertEquals("tcp-8080.log", ProgramRuns.fileName(KEY));
        assertEquals("udp-53-__1.log", ProgramRuns.fileName(new PortKey(53, Protocol.UDP, "::1")));
    }

    private String program(String script) throws Exception {
        Path program = Files.writeString(folder.resolve("app"), "#!/bin/sh\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program.toString();
    }

    private void start(String executable) throws Exception {
        Reservation reservation = new Reservation(KEY, executable, "", HandOver.RELEASE, false, Instant.EPOCH);
        reservations.reserve(reservation);
        runs.start(reservations, reservation, news::add, failure::set);
    }

    private String read() {
        try {
            return new LogTail(runs.log(KEY)).read();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.currentTimeMillis() < end, "gave up waiting");
            Thread.sleep(20);
        }
    }
}
