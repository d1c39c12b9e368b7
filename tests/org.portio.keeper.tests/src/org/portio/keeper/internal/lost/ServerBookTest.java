// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.lost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.system.SetAside;
import org.portio.keeper.LostServer;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;

class ServerBookTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "300"));
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    private ServerBook book;

    @BeforeEach
    void makeBook() {
        book = new ServerBook(folder);
    }

    private static ServerStatus server(int port, String address, Duration time) {
        ServerRequest request = new ServerRequest(port, Protocol.TCP, ServerMode.HTTP_OK, address, time);
        return new ServerStatus(request, NOW, time == null ? null : NOW.plus(time), 0, 0, 0, 0);
    }

    private List<Integer> lost(boolean keeperRuns) throws IOException {
        return book.lost(keeperRuns).stream()
                .map(LostServer::request)
                .map(ServerRequest::port)
                .toList();
    }

    @Test
    void saysThatALinkLeadsNowhere() throws Exception {
        book.started(server(8090, "127.0.0.1", null));
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(each -> !each.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("/nonexistent/servers"));

        assertEquals(List.of(), lost(false));
        assertEquals(1, SetAside.of(file).size());
    }

    @Test
    void serverIsLostIfItsKeeperHasGone() throws Exception {
        book.started(server(8090, "127.0.0.1", null));

        assertEquals(List.of(), lost(true));
        assertEquals(List.of(8090), lost(false));
        assertEquals(1, book.takeOver().size());
        assertEquals(List.of(8090), lost(true));
        assertEquals(List.of(), book.takeOver(), "told once to the next keeper");
    }

    @Test
    void stoppedServersAreNotLost() throws Exception {
        book.started(server(8090, "", null));
        book.started(server(8091, "", null));
        book.forget(8090, Protocol.TCP);
        assertEquals(List.of(8091), lost(false));

        book.forgetRunning();

        assertEquals(List.of(), lost(false));
        assertFalse(Files.exists(folder.resolve("servers.txt")));
    }

    @Test
    void serverThatIsStartedAgainIsNoLongerLost() throws Exception {
        book.started(server(8090, "", null));
        book.takeOver();

        book.started(server(8090, "::1", null));

        assertEquals(List.of(), lost(true));
    }

    @Test
    void serverWhoseTimeIsOverIsNotLost() throws Exception {
        book.started(server(8090, "", Duration.ofMillis(-1)));

        assertEquals(List.of(), lost(false));
        assertEquals(List.of(), book.takeOver());
    }

    @Test
    void commandIsAsItWouldBeTyped() {
        ServerRequest all = new ServerRequest(8090, Protocol.UDP, ServerMode.ECHO, "", Duration.ofHours(1));
        assertEquals(
                "start-server 8090 UDP --mode echo --bind '*' --for 59m",
                new LostServer(all, NOW, NOW.plusSeconds(3600)).command(NOW.plusSeconds(100)));
        ServerRequest one = new ServerRequest(80, Protocol.TCP, ServerMode.HTTP_OK, "fe80::1", null);
        assertEquals("start-server 80 TCP --mode http-ok --bind fe80::1", new LostServer(one, NOW, null).command(NOW));
        ServerRequest loopback =
                new ServerRequest(80, Protocol.TCP, ServerMode.RESET, "127.0.0.1", Duration.ofSeconds(90));
        assertEquals(
                "start-server 80 TCP --mode reset --for 90s",
                new LostServer(loopback, NOW, NOW.plusSeconds(90)).command(NOW));
    }

    /** The environment variable PORTIO_ROUNDS sets how many are tried. */
    @Test
    void anyWrongByteIsToldAndRefusesNothing() throws Exception {
        book.started(server(8090, "127.0.0.1", null));
        book.started(server(8091, "", Duration.ofDays(2)));
        book.started(server(8092, "::1", null));
        Path file = folder.resolve("servers.txt");
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(20261128);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(whole, random);
            Files.write(file, damaged);

            List<Integer> lost = lost(false);

            String what = "round " + round + ": " + new String(damaged, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertTrue(List.of(8090, 8091, 8092).containsAll(lost), what);
            if (lost.size() < 3) {
                assertArrayEquals(
                        damaged, Files.readAllBytes(book.setAside().getLast().copy()), what);
            }
            book.started(server(9000, "", null));
            assertEquals(lost.size() + 1, lost(false).size(), what);
            for (SetAside aside : book.setAside()) {
                Files.delete(aside.copy());
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] less = Arrays.copyOf(bytes, bytes.length - 1);
                System.arraycopy(bytes, at + 1, less, at, bytes.length - at - 1);
                yield less;
            }
            case 2 -> {
                byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, more, at + 1, bytes.length - at);
                yield more;
            }
            default -> {
                bytes[at] = (byte) random.nextInt(256);
                yield bytes;
            }
        };
    }

    @Test
    void folderOfThatNameIsSetAside() throws Exception {
        Files.createDirectory(folder.resolve("servers.txt"));

        assertEquals(List.of(), lost(false));
        assertEquals(1, book.setAside().size());
        book.started(server(8090, "", null));
        assertEquals(List.of(8090), lost(false));
    }
}
