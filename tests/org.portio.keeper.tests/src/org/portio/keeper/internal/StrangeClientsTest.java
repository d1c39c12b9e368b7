// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.json.JsonFields;
import org.portio.keeper.internal.daemon.Session;
import org.portio.keeper.internal.daemon.Sessions;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.protocol.LineChannel;
import org.portio.keeper.internal.protocol.Wire;

/** Clients that do not keep to the protocol get an answer that says so, and disturb nobody else. */
class StrangeClientsTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "20"));

    @TempDir
    private Path folder;

    private FakeKeeper keeper;

    @BeforeEach
    void startKeeper() throws Exception {
        keeper = new FakeKeeper(folder);
        keeper.start();
    }

    @AfterEach
    void theKeeperStillAnswers() throws Exception {
        assertEquals(List.of(), keeper.client().reservations().list());
        keeper.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        garbage | this is not JSON
        `` | this is not JSON
        [] | this is not a JSON object
        null | this is not a JSON object
        {"request":"status"} {} | this is not JSON
        {} | 'request' is not a value
        {"request":7} | 'request' is not a string
        {"request":"fly"} | unknown request
        {"request":"servers.fly"} | unknown request
        {"request":"reservations.release"} | 'key' is not an object
        {"request":"reservations.release","key":{"port":0,"protocol":"TCP","address":""}} | 'key.port' is not a number from 1 to 65535
        {"request":"reservations.release","key":{"port":1.5,"protocol":"TCP","address":""}} | 'key.port' is not a whole number
        {"request":"reservations.release","key":{"port":1,"protocol":"tcp","address":""}} | 'key.protocol' is not one of [TCP, UDP]
        {"request":"servers.stop","port":1e99999999,"protocol":"TCP"} | 'port' is not a whole number
        """)
    void areToldWhatIsWrongAndMayGoOn(String line, String wrong) throws IOException {
        try (SocketChannel channel = open()) {
            LineChannel lines = hello(channel);

            send(channel, line + "\n");

            assertEquals("the keeper does not understand the request: " + wrong, message(lines));
            lines.write(Wire.request("status"));
            assertEquals(0, JsonFields.parse(lines.read()).number("servers"));
        }
    }

    @Test
    void areCutOffAfterALineThatDoesNotEnd() throws IOException {
        try (SocketChannel channel = open()) {
            LineChannel lines = hello(channel);

            send(channel, "x".repeat(Session.LONGEST_REQUEST + 1));

            assertTrue(message(lines).endsWith("the line is longer than 65536 bytes"));
            assertThrows(IOException.class, lines::read);
        }
    }

    @Test
    void areToldThatTheirBytesAreNoText() throws IOException {
        try (SocketChannel channel = open()) {
            LineChannel lines = hello(channel);

            channel.write(ByteBuffer.wrap(new byte[] {(byte) 0xc3, '\n'}));

            assertTrue(message(lines).endsWith("the line is not UTF-8"));
        }
    }

    @Test
    void areToldThatTheirDepthIsNoRequest() throws IOException {
        try (SocketChannel channel = open()) {
            LineChannel lines = hello(channel);

            send(channel, "[".repeat(60_000) + "\n");

            assertTrue(message(lines).endsWith("this is not JSON"));
        }
    }

    @Test
    void areToldThatTheirHelloIsNone() throws IOException {
        try (SocketChannel channel = open()) {
            LineChannel lines = new LineChannel(channel, 1 << 20);
            lines.read();

            send(channel, "GET / HTTP/1.1\r\n");

            assertTrue(message(lines).endsWith("this is not JSON"));
            assertThrows(IOException.class, lines::read);
        }
    }

    @Test
    void alwaysGetAnAnswerToWhatIsNearlyARequest() throws IOException {
        String good =
                "{\"request\":\"reservations.release\",\"key\":{\"port\":8080,\"protocol\":\"TCP\",\"address\":\"\"}}";
        Random random = new Random(20260301);
        try (SocketChannel channel = open()) {
            LineChannel lines = hello(channel);
            for (int i = 0; i < ROUNDS * 100; i++) {
                StringBuilder line = new StringBuilder(good);
                for (int changes = random.nextInt(4); changes >= 0; changes--) {
                    line.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
                }

                send(channel, line + "\n");

                assertTrue(JsonFields.parse(lines.read()).has("error"), line.toString());
            }
        }
    }

    @Test
    void ofAnotherProtocolMayOnlyAskForStatusAndStop() throws IOException {
        try (LineChannel lines = keeper.connect()) {
            lines.read();
            lines.write(new Hello(Hello.PROTOCOL + 1, "77.0", 1, "").json());

            lines.write(Wire.request("reservations.list"));
            assertEquals(
                    "the keeper of PortIO 1.2.3 does not understand PortIO 77.0;"
                            + " end it with 'portio keeper stop', and try again; no reservation is lost",
                    message(lines));
            lines.write(Wire.request("status"));
            assertEquals("1.2.3", JsonFields.parse(lines.read()).text("version"));
        }
    }

    @Test
    void makeRoomForOthersWhereTheyAreIdle() throws Exception {
        List<LineChannel> open = new ArrayList<>();
        try {
            for (int i = 0; i < Sessions.MOST + 20; i++) {
                open.add(keeper.greet());
            }
            assertTrue(keeper.client().status().isPresent());
            // The oldest had to go, the newest have stayed.
            assertThrows(IOException.class, open.getFirst()::read);
            LineChannel newest = open.getLast();
            newest.write(Wire.request("status"));
            assertEquals("1.2.3", JsonFields.parse(newest.read()).text("version"));
        } finally {
            for (LineChannel lines : open) {
                lines.close();
            }
        }
    }

    /** Fails as a server's client might whose input costs too much. */
    @Test
    void areServedWhateverJavasOwnThreadsDo() throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        int processors = Runtime.getRuntime().availableProcessors();
        List<Thread> busy = IntStream.range(0, 2 * processors)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    while (goOn.get()) {
                        Thread.onSpinWait();
                    }
                }))
                .toList();
        try {
            assertTrue(keeper.client().status().isPresent());
        } finally {
            goOn.set(false);
            for (Thread thread : busy) {
                thread.join();
            }
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(keeper.socket()));
        return channel;
    }

    private static LineChannel hello(SocketChannel channel) throws IOException {
        LineChannel lines = new LineChannel(channel, 1 << 20);
        lines.read();
        lines.write(Hello.ofThisProcess("1").json());
        return lines;
    }

    private static void send(SocketChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String message(LineChannel lines) throws IOException {
        return JsonFields.parse(lines.read()).object("error").text("message");
    }
}
