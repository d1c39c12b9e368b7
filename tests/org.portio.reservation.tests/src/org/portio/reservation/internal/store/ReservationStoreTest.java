// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.system.SetAside;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.internal.TestPorts;

class ReservationStoreTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Reservation WEB = new Reservation(
            PortKey.of(8080, Protocol.TCP), "/usr/bin/node", "the \"shop\" <1>", HandOver.LATCH, true, SINCE);

    private final List<String> reports = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("port_reservations.json");
    }

    private ReservationStore store() {
        return new ReservationStore(folder, reports::add);
    }

    private List<Reservation> read() throws IOException {
        return store().open().stream().map(StoredReservation::reservation).toList();
    }

    private static StoredReservation stored(Reservation reservation) {
        return new StoredReservation(reservation, "", StoredReservation.NOTHING_MORE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void saysThatALinkLeadsNowhere() throws Exception {
        Path file = folder.resolve("port_reservations.json");
        Files.createSymbolicLink(file, Path.of("/nonexistent/reservations"));

        assertTrue(store().open().isEmpty());

        assertEquals(1, reports.size());
        assertEquals(1, SetAside.of(file).size());
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        ReservationStore store = store();
        assertEquals(List.of(), List.copyOf(store.open()));
        Reservation dns =
                new Reservation(new PortKey(53, Protocol.UDP, "127.0.0.1"), "", "", HandOver.RELEASE, false, SINCE);
        store.put(stored(WEB));
        store.put(new StoredReservation(dns, "run-1", StoredReservation.NOTHING_MORE));

        assertEquals(List.of(dns, WEB), read());
        assertEquals("run-1", store().open().iterator().next().reservedIn());

        store.remove(WEB.key());
        assertEquals(List.of(dns), read());
        assertEquals(List.of(), reports);
    }

    @Test
    void changesOfAnotherProcessAreKept() throws Exception {
        ReservationStore mine = store();
        mine.open();
        ReservationStore other = store();
        other.open();
        mine.put(stored(WEB));
        Reservation second = TestPorts.wish(PortKey.of(9090, Protocol.TCP));
        other.put(stored(second));

        assertEquals(List.of(WEB, second), read());
    }

    @Test
    void keysThatItDoesNotKnowStay() throws Exception {
        Files.writeString(file, """
                {"schema": 1, "revision": 7, "reservations": [
                  {"port": 8080, "protocol": "TCP", "colour": {"name": "red"}},
                  {"port": 8081, "protocol": "SCTP", "since": "2026-03-01T12:00:00Z"}]}
                """);
        ReservationStore store = store();
        store.open();
        store.put(new StoredReservation(WEB, "", store.open().iterator().next().more()));

        JsonObject document = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        assertEquals(7, document.get("revision").getAsInt());
        var entries = document.getAsJsonArray("reservations");
        assertEquals(
                "red",
                entries.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("colour")
                        .get("name")
                        .getAsString());
        assertEquals("SCTP", entries.get(1).getAsJsonObject().get("protocol").getAsString());
        assertEquals(1, reports.size(), "the entry that makes no sense is reported, and kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"port\": 8080, \"protocol\": \"tcp\", \"executable\": \"/usr/bin/node\"}]",
                "[{\"port\": \"8080\", \"exe\": \"/usr/bin/node\"}]",
                "[{\"port\": 8080, \"protocol\": \"TCP\", \"exe_path\": \"/usr/bin/node\"}]",
                "[{\"port\": 8080, \"protocol\": \"TCP\", \"path\": \"/usr/bin/node\", \"exe\": null}]",
                "{\"8080\": \"/usr/bin/node\"}",
                "{\"8080/tcp\": \"/usr/bin/node\"}",
                "{\"8080/TCP\": {\"exe_path\": \"/usr/bin/node\"}}",
            })
    void filesOfTheToolThatItFollowsAreReadAndKeptBesideTheNewOne(String original) throws Exception {
        Files.writeString(file, original);

        Reservation read = read().getFirst();
        assertEquals(PortKey.of(8080, Protocol.TCP), read.key());
        assertEquals("/usr/bin/node", read.executable());
        assertEquals(HandOver.AUTO, read.handOver());
        assertEquals(original, Files.readString(file), "reading changes nothing");

        ReservationStore store = store();
        store.open();
        store.put(stored(TestPorts.wish(PortKey.of(53, Protocol.UDP))));
        assertEquals(original, Files.readString(folder.resolve("port_reservations.json.original")));
        assertEquals(2, read().size());
        assertEquals(
                1,
                JsonParser.parseString(Files.readString(file))
                        .getAsJsonObject()
                        .get("schema")
                        .getAsInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "{\"schema\": 1, \"reservations\": [{\"po", "{\"schema\": 1}", "{\"a\": 1}"})
    void aDamagedFileIsSetAsideAndReported(String damaged) throws Exception {
        Files.writeString(file, damaged);
        ReservationStore store = store();

        assertEquals(List.of(), List.copyOf(store.open()));
        store.put(stored(WEB));

        String kept = names().stream()
                .filter(name -> name.contains(".corrupt-"))
                .findFirst()
                .orElseThrow();
        assertEquals(damaged, Files.readString(folder.resolve(kept)));
        assertTrue(reports.getFirst().contains(kept), reports.toString());
        assertEquals(List.of(WEB), read());
    }

    @Test
    void whatWasReadBeforeSurvivesAFileThatIsDamagedLater() throws Exception {
        ReservationStore store = store();
        store.open();
        store.put(stored(WEB));
        Files.write(file, new byte[] {'{', (byte) 0xff});
        Reservation second = TestPorts.wish(PortKey.of(9090, Protocol.TCP));
        store.put(stored(second));

        assertEquals(List.of(WEB, second), read());
        assertEquals(1, reports.size());
    }

    @Test
    void aNewerFileIsNotTouched() throws Exception {
        String newer = "{\"schema\": 2, \"writtenBy\": \"PortIO 2\", \"reservations\": {}}";
        Files.writeString(file, newer);

        IOException e = assertThrows(IOException.class, () -> store().open());
        assertTrue(e.getMessage().contains("newer PortIO"), e.getMessage());
        assertThrows(IOException.class, () -> store().put(stored(WEB)));
        assertEquals(newer, Files.readString(file));
    }

    @Test
    void whatCrashedWritersLeftIsSwept() throws Exception {
        Files.writeString(folder.resolve(".port_reservations.json.1234.tmp"), "{");
        Files.writeString(folder.resolve("mine.tmp"), "other");
        read();

        assertFalse(names().contains(".port_reservations.json.1234.tmp"));
        assertTrue(names().contains("mine.tmp"));
    }
}
