// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.system.SetAside;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.internal.store.ReservationStore;
import org.portio.reservation.internal.store.StoredReservation;

/**
 * Files of reservations with wrong, missing and additional bytes. The environment variable PORTIO_ROUNDS sets how
 * many; the build tries some.
 */
class MutatedFilesTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "300"));
    private static final Reservation MORE = TestPorts.wish(PortKey.of(53, Protocol.UDP));

    private static final List<String> ORIGINALS = List.of(
            """
            {
              "schema": 1,
              "revision": 7,
              "reservations": [
                {"port": 8080, "protocol": "TCP", "executable": "/usr/bin/node", "note": "d\\u00e9mo \\ud83d\\ude00", "handOver": "auto",
                  "outOfEphemeralRange": false, "since": "2026-03-01T12:00:00Z"},
                {"port": 8081, "protocol": "UDP", "address": "::1", "since": "2026-03-01T12:00:00Z"},
                {"port": 8082, "protocol": "TCP", "colour": {"name": ["red"]}, "since": "2026-03-01T12:00:00Z"}
              ]
            }
            """,
            "[{\"port\": 8080, \"exe\": \"/usr/bin/node\"}, {\"port\": 8081, \"protocol\": \"udp\"}, {\"port\": \"8082\"}]",
            "{\"8080\": \"/usr/bin/node\", \"8081/udp\": {\"path\": \"/bin/x\"}, \"8082/TCP\": null}");

    @TempDir
    private Path folder;

    private final Random random = new Random(20260302);

    @Test
    void nothingIsLostWithoutACopyAndNothingIsRefused() throws Exception {
        Path file = folder.resolve("port_reservations.json");
        int damaged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutate(ORIGINALS.get(round % ORIGINALS.size()).getBytes(StandardCharsets.UTF_8));
            Files.write(file, mutated);
            String text = "round " + round + ": " + new String(mutated, StandardCharsets.UTF_8);
            damaged += check(file, mutated, text) ? 1 : 0;
            clear();
        }
        assertTrue(damaged > ROUNDS / 4, "control: " + damaged + " were damaged");
    }

    private ReservationStore store() {
        return new ReservationStore(folder, new ArrayList<>()::add);
    }

    private boolean check(Path file, byte[] mutated, String text) throws IOException {
        ReservationStore store = store();
        int read = store.open().size();
        store.put(new StoredReservation(MORE, "", StoredReservation.NOTHING_MORE));
        List<PortKey> after =
                store().open().stream().map(StoredReservation::key).toList();

        assertTrue(after.contains(MORE.key()), text);
        assertTrue(after.size() >= read, text);
        boolean copied = SetAside.of(file).stream().anyMatch(aside -> holds(aside.copy(), mutated));
        assertTrue(read >= 3 || copied, text + " gave " + read);
        return copied;
    }

    private static boolean holds(Path copy, byte[] content) {
        try {
            return Arrays.equals(Files.readAllBytes(copy), content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void clear() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.toList()) {
                Files.delete(path);
            }
        }
    }

    private byte[] mutate(byte[] original) {
        byte[] bytes = original;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            bytes = mutateOnce(bytes);
        }
        return bytes;
    }

    private byte[] mutateOnce(byte[] bytes) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        int end = at + random.nextInt(bytes.length - at);
        byte[] copy = bytes.clone();
        switch (random.nextInt(6)) {
            case 0 -> copy[at] = (byte) random.nextInt();
            case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> copy = joined(bytes, 0, at, bytes, Math.min(bytes.length, at + 1), bytes.length);
            case 3 -> copy = joined(bytes, 0, end, bytes, at, bytes.length);
            case 4 -> copy = Arrays.copyOf(bytes, at);
            default ->
                copy = joined(bytes, 0, at, new byte[] {(byte) "0{}[]\",:\\".charAt(random.nextInt(9))}, bytes, at);
        }
        return copy;
    }

    private static byte[] joined(byte[] a, int from, int to, byte[] b, int start, int end) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(a, from, to - from);
        out.write(b, start, end - start);
        return out.toByteArray();
    }

    private static byte[] joined(byte[] a, int from, int to, byte[] between, byte[] b, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(a, from, to - from);
        out.writeBytes(between);
        out.write(b, start, b.length - start);
        return out.toByteArray();
    }

    @Test
    void emptyBracketsAreNoEmptyListWithoutAWord() throws Exception {
        Path file = folder.resolve("port_reservations.json");
        for (String damaged : List.of("{}", " [] ", "[\n]")) {
            Files.writeString(file, damaged);
            List<String> told = new ArrayList<>();
            assertEquals(0, new ReservationStore(folder, told::add).open().size(), damaged);
            assertEquals(1, told.size(), damaged);
            assertEquals(damaged, Files.readString(SetAside.of(file).getLast().copy()));
            clear();
        }
    }

    @Test
    void whatWouldBeLeftOutByTheNextChangeIsKept() throws Exception {
        Path file = folder.resolve("port_reservations.json");
        for (String damaged : List.of(
                "{\"schema\": 1, \"reservations\": [{\"port\": 8080, \"note\": \"a\", \"note\": \"b\"}]}",
                "{\"schema\": 1, \"reservations\": [{\"port\": 8080, \"note\": \"a\"}, {\"port\": 8080, \"note\": \"b\"}]}",
                "{\"schema\": 1, \"reservations\": [{\"port\": 8080, \"note\": \"\\ud800\"}]}",
                "{\"schema\": 1, \"reservations\": [{\"port\": 8080, \"reservations\": [{\"port\": 8081}]}]}",
                "{\"schema\": 1, \"reservation\": [{\"port\": 8081}], \"reservations\": [{\"port\": 8080}]}",
                "{\"schema\": 1, \"reservations\": [{\"port\": 8080} /* mine */]}")) {
            Files.writeString(file, damaged);
            ReservationStore store = store();
            assertEquals(1, store.open().size(), damaged);
            assertEquals(damaged, Files.readString(SetAside.of(file).getLast().copy()));
            store.put(new StoredReservation(MORE, "", StoredReservation.NOTHING_MORE));
            assertEquals(2, store().open().size(), damaged);
            clear();
        }
    }
}
