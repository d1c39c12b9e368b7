// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.server.ServerException;

/** Tests what a client does if no keeper is running. This one cannot start one, and would say so. */
class NoKeeperTest {

    private static final PortKey KEY = PortKey.of(8080, Protocol.TCP);

    @TempDir
    private Path folder;

    private Keeper client;

    @BeforeEach
    void connectToNone() throws Exception {
        try (FakeKeeper notStarted = new FakeKeeper(folder)) {
            client = notStarted.client();
        }
    }

    @Test
    void listsNothingWithoutStartingOne() throws Exception {
        assertEquals(List.of(), client.reservations().list());
        assertEquals(List.of(), client.servers().list());
        assertTrue(client.status().isEmpty());
        assertFalse(client.stop());
        try (var made = Files.list(folder)) {
            assertEquals(List.of(), made.toList());
        }
    }

    @Test
    void knowsThatNothingIsThere() {
        assertEquals(
                ReservationException.Kind.NOT_FOUND,
                assertThrows(
                                ReservationException.class,
                                () -> client.reservations().release(KEY))
                        .kind());
        assertEquals(
                ServerException.Kind.NOT_FOUND,
                assertThrows(ServerException.class, () -> client.servers().stop(1, Protocol.UDP))
                        .kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"schema\":1,\"reservations\":[]}", "{\"revision\":7,\"reservations\":{}}"})
    void listsNothingWhereTheFileHasNone(String text) throws Exception {
        save(text);

        assertEquals(List.of(), client.reservations().list());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "{\"8080\":{}}", "{\"reservations\":[{}]}", "{torn", "7", ""})
    void wantsOneWhereTheFileHasSome(String text) throws Exception {
        save(text);

        ReservationException failure = assertThrows(
                ReservationException.class, () -> client.reservations().list());

        assertEquals(ReservationException.Kind.FAILED, failure.kind());
        assertEquals(
                "the keeper cannot be started because PortIO's command line was not found;"
                        + " start it with 'portio keeper serve'",
                failure.getMessage());
    }

    private void save(String text) throws Exception {
        Path file = folder.resolve("data/port_reservations.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
