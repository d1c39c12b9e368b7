// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.keeper.internal.FakeKeeper;
import org.portio.keeper.internal.PickyServers;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/** Temporary servers on ports that the same keeper holds. */
class ServersOnHoldsTest {

    private static final PortKey KEY = PortKey.of(8080, Protocol.TCP);

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
    void getTheHoldLentByLatchAndGiveItBack() throws Exception {
        reserve(KEY);

        client.servers().start(server(8080, Protocol.TCP));
        assertEquals(ProcessHandle.current().pid(), standing(KEY).borrower());
        client.servers().stop(8080, Protocol.TCP);

        assertEquals(HoldState.HELD, standing(KEY).state());
        assertEquals(List.of("lend by latch", "started", "awaitListener", "giveBack"), handOvers(KEY));
    }

    @Test
    void getAUdpHoldByRelease() throws Exception {
        PortKey key = PortKey.of(8080, Protocol.UDP);
        reserve(key);
        reserve(KEY);

        client.servers().start(server(8080, Protocol.UDP));

        assertEquals(List.of("lend by release", "started", "awaitListener"), handOvers(key));
        assertEquals(HoldState.HELD, standing(KEY).state());
    }

    @Test
    void getEachHoldThatIsInTheWay() throws Exception {
        PortKey one = new PortKey(8080, Protocol.TCP, "127.0.0.1");
        PortKey other = new PortKey(8080, Protocol.TCP, "127.0.0.2");
        reserve(one);
        reserve(other);

        client.servers().start(server(8080, Protocol.TCP));

        assertEquals(HoldState.LENT, standing(one).state());
        assertEquals(HoldState.HELD, standing(other).state());
    }

    @Test
    void giveTheHoldBackWhereTheyDoNotStart() throws Exception {
        reserve(KEY);
        PickyServers servers = new PickyServers(keeper.servers, ServerException.Kind.PERMISSION, 1);
        try (ServersOnHolds onHolds = onHolds(servers)) {
            ServerException failure =
                    assertThrows(ServerException.class, () -> onHolds.start(server(8080, Protocol.TCP)));

            assertEquals(ServerException.Kind.PERMISSION, failure.kind());
        }
        assertEquals(HoldState.HELD, standing(KEY).state());
        assertEquals(List.of("lend by latch", "started", "giveBack"), handOvers(KEY));
    }

    @Test
    void getTheHoldByReleaseWhereTheLatchDoesNotLetThemIn() throws Exception {
        reserve(KEY);
        PickyServers servers = new PickyServers(keeper.servers, ServerException.Kind.CONFLICT, 1);
        try (ServersOnHolds onHolds = onHolds(servers)) {
            onHolds.start(server(8080, Protocol.TCP));
        }
        assertEquals(
                List.of("lend by latch", "started", "giveBack", "lend by release", "started", "awaitListener"),
                handOvers(KEY));
    }

    @Test
    void giveTheHoldBackWhenTheyEndByThemselves() throws Exception {
        reserve(KEY);
        client.servers().start(server(8080, Protocol.TCP));

        keeper.servers.stop(8080, Protocol.TCP);

        FakeKeeper.await(() -> {
            try {
                return standing(KEY).state() == HoldState.HELD;
            } catch (ReservationException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void areNamedByAReservationThatFindsThePortTaken() throws Exception {
        client.servers().start(server(8080, Protocol.TCP));

        ReservationException failure = assertThrows(ReservationException.class, () -> reserve(KEY));

        assertEquals(ReservationException.Kind.CONFLICT, failure.kind());
        assertEquals(
                "TCP 8080 is taken by PortIO's own temporary server (echo);"
                        + " stop it with 'portio stop-server 8080', and reserve the port first",
                failure.getMessage());
        reserve(PortKey.of(8080, Protocol.UDP));
        reserve(new PortKey(8080, Protocol.TCP, "127.0.0.9"));
    }

    @Test
    void doNotKeepTheirReservationFromBeingChanged() throws Exception {
        reserve(KEY);
        client.servers().start(server(8080, Protocol.TCP));

        reserve(KEY);

        assertTrue(keeper.reservations.calls().stream()
                        .filter(call -> call.equals("reserve TCP 8080"))
                        .count()
                == 2);
    }

    private ServersOnHolds onHolds(PickyServers servers) {
        return new ServersOnHolds(
                servers,
                keeper.reservations,
                new Notes(org.portio.core.system.ActionLog.of(keeper.places), new KeeperLog(keeper.places)));
    }

    private void reserve(PortKey key) throws ReservationException {
        client.reservations().reserve(new Reservation(key, "", "", HandOver.AUTO, false, Instant.EPOCH));
    }

    private static ServerRequest server(int port, Protocol protocol) {
        return new ServerRequest(port, protocol, ServerMode.ECHO, ServerRequest.LOOPBACK, null);
    }

    private ReservationStatus standing(PortKey key) throws ReservationException {
        return keeper.reservations.list().stream()
                .filter(status -> status.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the changes to a hold after it was reserved. */
    private List<String> handOvers(PortKey key) {
        return keeper.reservations.calls().stream()
                .filter(call -> call.endsWith(" " + key) && !call.startsWith("reserve"))
                .map(call -> call.substring(0, call.length() - key.toString().length() - 1))
                .toList();
    }
}
