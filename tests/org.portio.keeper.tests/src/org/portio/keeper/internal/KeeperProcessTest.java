// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.keeper.KeeperException;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.testing.Lab;

/** Tests how keepers start and end: real processes that hold real ports on loopback. */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "the program of the test is a shell script, and all of 127/8 is local only there")
class KeeperProcessTest {

    private static final int PORT = RealKeeper.FIRST_PORT;

    @TempDir
    private Path folder;

    private RealKeeper keeper;

    @BeforeEach
    void prepare() throws Exception {
        keeper = new RealKeeper(folder);
    }

    @AfterEach
    void stop() throws Exception {
        keeper.close();
    }

    @Test
    void startsWhenSomethingIsReserved() throws Exception {
        ReservationStatus status = reserve(PORT);

        assertEquals(HoldState.HELD, status.state(), status.detail());
        assertNotEquals(ProcessHandle.current().pid(), keeper.process().pid());
        assertThrows(java.net.BindException.class, () -> listen(PORT).close());
    }

    @Test
    void leavesTheTerminalOfTheOneWhoStartedIt() throws Exception {
        reserve(PORT);

        long pid = keeper.process().pid();
        String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat"))
                .replaceFirst(".*\\) ", "")
                .split(" ");
        assertEquals(pid, Long.parseLong(stat[3]), "session");
    }

    @Test
    void startsOnceForManyClientsAndKeepsAllTheyReserve() throws Exception {
        int clients = 100;
        try (ExecutorService callers = Executors.newFixedThreadPool(clients)) {
            List<Future<ReservationStatus>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int port = PORT + i;
                calls.add(callers.submit(() -> reserve(port)));
            }
            for (Future<ReservationStatus> call : calls) {
                assertEquals(HoldState.HELD, call.get().state());
            }
        }
        assertEquals(clients, keeper.client().reservations().list().size());
        assertEquals(1, starts());
    }

    @Test
    void runsOnceWhereSeveralAreStarted() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            processes.add(keeper.launch());
        }
        FakeKeeper.await(() -> processes.stream().filter(Process::isAlive).count() == 1);
        FakeKeeper.await(keeper::isAnswering);

        Process one = processes.stream().filter(Process::isAlive).findFirst().orElseThrow();
        assertEquals(one.pid(), keeper.process().pid());
        assertEquals(1, starts());
        for (Process process : processes) {
            assertTrue(process == one || process.waitFor() == 0);
        }
    }

    @Test
    void cleansUpWhenItIsToldToEnd() throws Exception {
        reserve(PORT);
        ProcessHandle process = keeper.process();

        process.destroy();
        process.onExit().get(20, TimeUnit.SECONDS);

        assertFalse(Files.exists(keeper.socket()));
        assertTrue(keeper.log().contains("The keeper ends"), keeper.log());
        listen(PORT).close();
    }

    @Test
    void holdsAgainWhatItHeldBeforeItWasKilled() throws Exception {
        reserve(PORT);
        RealKeeper.kill(keeper.process());
        assertTrue(Files.exists(keeper.socket()), "nothing is stale");
        listen(PORT).close();

        List<ReservationStatus> back = keeper.client().reservations().list();

        assertEquals(
                List.of(HoldState.HELD),
                back.stream().map(ReservationStatus::state).toList());
        assertEquals(RealKeeper.reservation(PORT), back.getFirst().reservation());
        assertThrows(java.net.BindException.class, () -> listen(PORT).close());
    }

    @Test
    void endsAtARequestAndLeavesItsReservations() throws Exception {
        reserve(PORT);
        ProcessHandle process = keeper.process();

        assertTrue(keeper.client().stop());

        assertFalse(process.isAlive());
        listen(PORT).close();
        assertEquals(1, keeper.client().reservations().list().size());
    }

    @Test
    void isWaitedForAsLongAsItsProcessLives() throws Exception {
        Path slow = Files.writeString(
                folder.resolve("slow"), "#!/bin/sh\nsleep 11\nexec '" + folder.resolve("portio") + "' \"$@\"\n");
        Files.setPosixFilePermissions(slow, PosixFilePermissions.fromString("rwx------"));

        assertEquals(
                HoldState.HELD,
                keeper.clientOf(slow)
                        .reservations()
                        .reserve(RealKeeper.reservation(PORT))
                        .state());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isRefusedInAnotherNetworkNamespaceWhereItsPortsAreOthers() throws Exception {
        Lab.assumePossible();
        reserve(PORT);
        try (Lab lab = Lab.open()) {
            assertFalse(lab.server().call(() -> statusHere()));
            String refusal = lab.server()
                    .call(() -> assertThrows(ReservationException.class, () -> reserve(PORT + 1))
                            .getMessage());
            assertTrue(refusal.contains("is in another network namespace (net:["), refusal);
        }
        assertTrue(statusHere());
        assertEquals(1, keeper.client().reservations().list().size());
    }

    private boolean statusHere() {
        try {
            return keeper.client().status().orElseThrow().here();
        } catch (KeeperException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void saysWhyItDidNotStart() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken"), "#!/bin/sh\necho 'portio: there is no Java' >&2\nexit 70\n");
        Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwx------"));

        ReservationException failure = assertThrows(
                ReservationException.class,
                () -> keeper.clientOf(broken).reservations().reserve(RealKeeper.reservation(PORT)));

        assertEquals(
                "the keeper did not start: there is no Java; see " + folder.resolve("state/keeper.log"),
                failure.getMessage());
    }

    @Test
    void saysWhichDirectoryKeepsItFromStarting() throws Exception {
        Path run = Files.createDirectory(folder.resolve("run"));
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwxrwxrwx"));

        KeeperException failure =
                assertThrows(KeeperException.class, () -> keeper.client().status());

        assertEquals(
                "the keeper uses " + run + " only if it is yours alone; run: chmod 700 " + run, failure.getMessage());
        assertEquals(4, keeper.launch().waitFor());
        assertTrue(keeper.log().contains("chmod 700 " + run), keeper.log());
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
    }

    private ReservationStatus reserve(int port) throws ReservationException {
        return keeper.client().reservations().reserve(RealKeeper.reservation(port));
    }

    private static ServerSocket listen(int port) throws Exception {
        return new ServerSocket(port, 1, InetAddress.ofLiteral(RealKeeper.ADDRESS));
    }

    private long starts() throws Exception {
        return keeper.log()
                .lines()
                .filter(line -> line.contains("runs as process"))
                .count();
    }

    @Test
    void notesEachActionInOneLine() throws Exception {
        Reservations reservations = keeper.client().reservations();
        Reservation wanted = RealKeeper.reservation(RealKeeper.FIRST_PORT + 90);
        reservations.reserve(wanted);
        Process program = new ProcessBuilder("sleep", "60").start();
        reservations.lend(wanted.key(), HandOver.LATCH, null);
        reservations.started(wanted.key(), program.pid());
        reservations.awaitListener(wanted.key(), Duration.ZERO);
        program.destroyForcibly();
        reservations.giveBack(wanted.key());
        reservations.release(wanted.key());

        String what = " what=\"" + wanted.key() + "\" by=keeper result=\"";
        assertEquals(
                List.of(
                        "reserve" + what + "held\"",
                        "hand-over" + what + "lent to process " + program.pid() + "\"",
                        "give-back" + what + "held\"",
                        "release" + what + "released, was held\""),
                Files.readAllLines(folder.resolve("state/port_logs.txt")).stream()
                        .map(line -> line.replaceFirst(".* action=", ""))
                        .toList());
    }
}
