// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.system.Remedy;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperStatus;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

/** A client's request reaches the keeper, and the answer is what the keeper has, over the real socket. */
class KeeperClientTest {

    private static final Remedy DO_IT = Remedy.advice("do it");
    private static final PortKey KEY = new PortKey(8080, Protocol.TCP, "127.0.0.1");
    private static final Reservation RESERVATION = new Reservation(
            KEY,
            "/opt/a \"b\"/ü",
            "line\nbreak ☃ \u0000",
            HandOver.LATCH,
            true,
            Instant.parse("2026-03-01T12:00:00.123456789Z"));

    @TempDir
    private Path folder;

    private FakeKeeper keeper;
    private Keeper client;

    @BeforeEach
    void startKeeper() throws Exception {
        keeper = new FakeKeeper(folder);
        keeper.start();
        client = keeper.client();
    }

    @AfterEach
    void stopKeeper() throws Exception {
        keeper.close();
    }

    @Test
    void reservesAndListsAndReleases() throws Exception {
        ReservationStatus reserved = client.reservations().reserve(RESERVATION);

        assertEquals(RESERVATION, reserved.reservation());
        assertEquals(List.of(reserved), client.reservations().list());
        assertEquals(keeper.reservations.list(), client.reservations().list());
        assertEquals(reserved, client.reservations().release(KEY));
        assertEquals(List.of(), client.reservations().list());
    }

    @Test
    void tellsHowTheyStand() throws Exception {
        ReservationStatus status = new ReservationStatus(
                RESERVATION, HoldState.CONFLICT, Instant.ofEpochSecond(1, 5), "nginx (PID 7) has it", 42);
        keeper.reservations.put(status);

        assertEquals(List.of(status), client.reservations().list());
    }

    @Test
    void handsOver() throws Exception {
        client.reservations().reserve(RESERVATION);

        client.reservations().lend(KEY, HandOver.DESCRIPTOR, Path.of("/run/a receiver"));
        client.reservations().started(KEY, 4711);
        assertEquals(
                4711,
                client.reservations().awaitListener(KEY, Duration.ofSeconds(3)).borrower());
        assertEquals(HoldState.HELD, client.reservations().giveBack(KEY).state());
        assertEquals(HoldState.HELD, client.reservations().retry(KEY).state());

        assertEquals(
                List.of(
                        "lend by descriptor " + KEY,
                        "started " + KEY,
                        "awaitListener " + KEY,
                        "giveBack " + KEY,
                        "retry " + KEY),
                keeper.reservations.calls().stream()
                        .filter(call -> !call.startsWith("reserve") && !call.startsWith("list"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(ReservationException.Kind.class)
    void failsAsTheKeeperDoes(ReservationException.Kind kind) {
        keeper.reservations.failWith(new ReservationException(new Failure(kind, "why\nat length", DO_IT)));

        ReservationException failure = assertThrows(
                ReservationException.class, () -> client.reservations().reserve(RESERVATION));

        assertEquals(kind, failure.kind());
        assertEquals("why\nat length", failure.what());
        assertEquals(DO_IT, failure.remedy());
        assertEquals("why\nat length; do it", failure.getMessage());
        keeper.reservations.failWith(null);
    }

    @ParameterizedTest
    @EnumSource(ServerException.Kind.class)
    void failsAsTheServersDo(ServerException.Kind kind) {
        keeper.servers.failWith(new ServerException(new Failure(kind, "why", Remedy.FORCE)));

        ServerException failure =
                assertThrows(ServerException.class, () -> client.servers().list());

        assertEquals(kind, failure.kind());
        assertEquals("why", failure.getMessage());
        assertEquals(Remedy.FORCE, failure.remedy());
    }

    @Test
    void runsServers() throws Exception {
        ServerRequest request = new ServerRequest(9000, Protocol.UDP, ServerMode.ECHO, "::1", Duration.ofMillis(1500));
        ServerStatus started = client.servers().start(request);
        TranscriptEntry entry = new TranscriptEntry(Instant.ofEpochSecond(9), "[::1]:5", "said \"hi\" <\u2028>");
        keeper.servers.add(entry);

        assertEquals(request, started.request());
        assertEquals(List.of(started), client.servers().list());
        assertEquals(List.of(entry), client.servers().transcript(9000, Protocol.UDP));
        assertEquals(started, client.servers().stop(9000, Protocol.UDP));
        assertEquals(List.of(), client.servers().list());
    }

    @Test
    void saysThatAServerRunsThatCannotBeSaved() throws Exception {
        Path lock = keeper.places.state().resolve("servers.lock");
        Files.deleteIfExists(lock);
        Files.createDirectories(lock);

        ServerStatus started = client.servers()
                .start(new ServerRequest(9000, Protocol.TCP, ServerMode.ECHO, ServerRequest.LOOPBACK, null));

        assertTrue(started.caveat().contains("cannot be saved (" + lock + ": "), started.caveat());
        assertEquals(List.of(started.with("")), client.servers().list());
    }

    @Test
    void runsServersWithoutAnEnd() throws Exception {
        ServerStatus status = new ServerStatus(
                new ServerRequest(1, Protocol.TCP, ServerMode.HTTP_OK, "", null),
                Instant.EPOCH,
                null,
                1L << 40,
                2,
                3,
                4);
        keeper.servers.put(status);

        assertEquals(List.of(status), client.servers().list());
    }

    @Test
    void tellsItsStatus() throws Exception {
        client.reservations().reserve(RESERVATION);
        keeper.reservations.put(new ReservationStatus(
                new Reservation(PortKey.of(1, Protocol.UDP), "", "", HandOver.AUTO, false, Instant.EPOCH),
                HoldState.DENIED,
                Instant.EPOCH,
                "",
                0));
        client.servers().start(new ServerRequest(9000, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null));

        KeeperStatus status = client.status().orElseThrow();

        assertEquals(
                new KeeperStatus(ProcessHandle.current().pid(), FakeKeeper.VERSION, status.since(), 2, 1, 1), status);
    }

    @Test
    void stopsAndLeavesNoSocket() throws Exception {
        assertTrue(client.stop());

        FakeKeeper.await(() -> !Files.exists(keeper.socket()));
        assertTrue(client.status().isEmpty());
        assertFalse(client.stop());
    }

    @Test
    void keepsWhatManyClientsReserveAtOnce() throws Exception {
        int clients = 100;
        try (ExecutorService callers = Executors.newFixedThreadPool(clients)) {
            List<Future<ReservationStatus>> calls = new java.util.ArrayList<>();
            for (int port = 1; port <= clients; port++) {
                Reservation reservation =
                        new Reservation(PortKey.of(port, Protocol.TCP), "", "", HandOver.AUTO, false, Instant.EPOCH);
                calls.add(callers.submit(() -> keeper.client().reservations().reserve(reservation)));
            }
            for (Future<ReservationStatus> call : calls) {
                assertEquals(HoldState.HELD, call.get().state());
            }
        }
        assertEquals(clients, client.reservations().list().size());
    }

    @Test
    void notesWhatChanges() throws Exception {
        client.reservations().reserve(RESERVATION);
        client.reservations().release(KEY);
        assertThrows(ReservationException.class, () -> client.reservations().release(KEY));
        client.servers().start(new ServerRequest(9000, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null));
        client.servers().stop(9000, Protocol.TCP);

        List<String> lines = Files.readAllLines(keeper.places.state().resolve("port_logs.txt")).stream()
                .map(line -> line.replaceFirst("^\\S+ user=\\S+ ", ""))
                .toList();
        assertEquals(
                List.of(
                        "action=reserve what=\"TCP 8080 on 127.0.0.1\" by=keeper result=\"held\"",
                        "action=release what=\"TCP 8080 on 127.0.0.1\" by=keeper result=\"released, was held\"",
                        "action=release what=\"TCP 8080 on 127.0.0.1\" by=keeper"
                                + " result=\"failed: TCP 8080 on 127.0.0.1 is not reserved\"",
                        "action=start-server what=\"TCP 9000 echo\" by=keeper result=\"started\"",
                        "action=stop-server what=\"TCP 9000\" by=keeper result=\"stopped after 0 clients\""),
                lines);
    }

    @Test
    void logsItsReports() throws Exception {
        assertTrue(keeper.log().contains(" a report\n"), keeper.log());
    }
}
