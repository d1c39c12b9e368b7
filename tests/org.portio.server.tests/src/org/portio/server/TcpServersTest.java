// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpServersTest {

    private static final byte[] HELLO = "hello\n".getBytes(StandardCharsets.US_ASCII);

    private final RunningServers servers = RunningServers.inThisProcess();

    @AfterEach
    void stopAll() {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0", ""})
    void echoSendsBackWhatItGets(String address) throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, address);
        try (Socket client = server.connect()) {
            client.getOutputStream().write(HELLO);
            assertArrayEquals(HELLO, client.getInputStream().readNBytes(HELLO.length));
        }
    }

    @Test
    void serverOnAllAddressesTakesBothFamilies() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "");
        for (String address : new String[] {"127.0.0.1", "::1"}) {
            try (Socket client = new Socket()) {
                client.connect(server.address(address), Started.PATIENCE_MILLIS);
                client.getOutputStream().write(HELLO);
                assertArrayEquals(HELLO, client.getInputStream().readNBytes(HELLO.length), address);
            }
        }
        assertEquals(2, server.status().clients());
        assertTrue(servers.transcript(server.port(), server.request().protocol()).stream()
                .anyMatch(entry -> entry.client().startsWith("127.0.0.1:")));
        assertTrue(servers.transcript(server.port(), server.request().protocol()).stream()
                .anyMatch(entry -> entry.client().startsWith("[::1]:")));
    }

    @Test
    void echoSendsWhatIsLeftToClientThatHasSentItsLast() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        byte[] data = new byte[3_000_000];
        new Random(1).nextBytes(data);
        try (Socket client = server.connect()) {
            Thread writer = Thread.startVirtualThread(() -> sendAllAndEnd(client, data));
            assertArrayEquals(data, client.getInputStream().readAllBytes());
            writer.join();
        }
        server.awaitOpen(0);
        assertEquals(data.length, server.status().bytesReceived());
        server.awaitSent(data.length);
    }

    private static void sendAllAndEnd(Socket client, byte[] data) {
        try {
            client.getOutputStream().write(data);
            client.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void discardReadsAllAndSendsNothing(String address) throws Exception {
        Started server = Started.tcp(servers, ServerMode.DISCARD, address);
        try (Socket client = server.connect()) {
            client.getOutputStream().write(new byte[1_000_000]);
            client.shutdownOutput();
            assertEquals(-1, client.getInputStream().read());
        }
        server.awaitOpen(0);
        assertEquals(1_000_000, server.status().bytesReceived());
        assertEquals(0, server.status().bytesSent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void resetIsSeenByTheClient(String address) throws Exception {
        Started server = Started.tcp(servers, ServerMode.RESET, address);
        SocketException seen = assertThrows(SocketException.class, () -> {
            // If the reset arrives before connect() returns, that already reports it.
            try (Socket client = server.connect()) {
                client.getInputStream().read();
            }
        });
        assertTrue(seen.getMessage().contains("reset"), seen.getMessage());
        server.awaitTranscript("reset by the server");
        assertEquals(1, server.status().clients());
        assertEquals(0, server.status().open());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void blackHoleIsSilentAndKeepsTheConnection(String address) throws Exception {
        Started server = Started.tcp(servers, ServerMode.BLACKHOLE, address);
        try (Socket client = server.connect()) {
            client.setSoTimeout(200);
            client.getOutputStream().write(HELLO);
            assertThrows(
                    SocketTimeoutException.class, () -> client.getInputStream().read());
            client.shutdownOutput();
            assertThrows(
                    SocketTimeoutException.class, () -> client.getInputStream().read());
            server.awaitOpen(1);
            assertEquals(0, server.status().bytesSent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000})
    void blackHoleLetsGoOfClientsThatHaveLeft(int bytes) throws Exception {
        Started server = Started.tcp(servers, ServerMode.BLACKHOLE, "127.0.0.1");
        for (boolean reset : new boolean[] {false, true}) {
            try (Socket client = server.connect()) {
                server.awaitOpen(1);
                client.getOutputStream().write(new byte[bytes]);
                client.setSoLinger(reset, 0);
            }
            server.awaitOpen(0);
        }
        assertEquals(2, server.status().clients());
    }

    /**
     * A server reads from each client only what is needed to see it leave: a client that sends much finds that nobody
     * reads.
     */
    @Test
    void blackHoleDoesNotReadWithoutEnd() throws Exception {
        Started server = Started.tcp(servers, ServerMode.BLACKHOLE, "127.0.0.1");
        try (SocketChannel client = SocketChannel.open(server.address())) {
            client.configureBlocking(false);
            ByteBuffer data = ByteBuffer.allocate(1 << 16);
            long lastWrite = System.nanoTime();
            while (System.nanoTime() - lastWrite < 500_000_000L) {
                if (client.write(data.clear()) > 0) {
                    lastWrite = System.nanoTime();
                } else {
                    Thread.sleep(5);
                }
            }
            assertTrue(server.status().bytesReceived() < 2 << 20, server.status()::toString);
            assertEquals(1, server.status().open());
        }
    }

    @Test
    void transcriptTellsWhatHappenedFromTheOldestOn() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        String client;
        try (Socket socket = server.connect()) {
            client = "127.0.0.1:" + socket.getLocalPort();
            socket.getOutputStream().write("a\tb\u0001\r\n".getBytes(StandardCharsets.US_ASCII));
            assertEquals(6, socket.getInputStream().readNBytes(6).length);
        }
        server.awaitTranscript("closed");
        assertEquals(
                List.of(
                        "connected",
                        "received 6 bytes: a\\tb\\x01\\r\\n",
                        "sent 6 bytes: a\\tb\\x01\\r\\n",
                        "closed; received 6 bytes, sent 6 bytes"),
                server.transcript());
        servers.transcript(server.port(), server.request().protocol())
                .forEach(entry -> assertEquals(client, entry.client()));
    }

    @Test
    void clientThatBreaksOffIsInTheTranscript() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        try (Socket client = server.connect()) {
            server.awaitOpen(1);
            client.setSoLinger(true, 0);
        }
        server.awaitTranscript("connection lost: ");
        server.awaitOpen(0);
    }

    @Test
    void clientThatReadsNothingDoesNotStopOthers() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        try (Socket slow = server.connect();
                Socket client = server.connect()) {
            Thread writer = Thread.startVirtualThread(() -> sendUntilClosed(slow));
            server.awaitOpen(2);
            client.getOutputStream().write(HELLO);
            assertArrayEquals(HELLO, client.getInputStream().readNBytes(HELLO.length));
            slow.close();
            writer.join();
        }
        server.awaitOpen(0);
    }

    /** More of them than there are processors: each has data for the server at any time. */
    @Test
    void clientsThatNeverPauseDoNotStopOthers() throws Exception {
        Started server = Started.tcp(servers, ServerMode.DISCARD, "127.0.0.1");
        Started other = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        int greedy = Runtime.getRuntime().availableProcessors() + 2;
        Socket[] sockets = new Socket[greedy];
        for (int i = 0; i < greedy; i++) {
            Socket socket = server.connect();
            sockets[i] = socket;
            Thread.ofPlatform().daemon().start(() -> sendUntilClosed(socket));
        }
        try (Socket client = other.connect()) {
            for (int i = 0; i < 20; i++) {
                client.getOutputStream().write(HELLO);
                assertArrayEquals(HELLO, client.getInputStream().readNBytes(HELLO.length));
            }
        }
        for (Socket socket : sockets) {
            socket.close();
        }
        server.awaitOpen(0);
    }

    private static void sendUntilClosed(Socket socket) {
        byte[] data = new byte[65_536];
        try {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                out.write(data);
            }
        } catch (IOException e) {
            assertTrue(socket.isClosed(), e::toString);
        }
    }
}
