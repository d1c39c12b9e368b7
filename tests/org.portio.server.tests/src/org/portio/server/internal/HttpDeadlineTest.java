// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tests how long a client may keep its place without a whole request; the clock is asked about later times, and
 * nobody waits.
 */
class HttpDeadlineTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Places.Share places = new Places(10).share();
    private final Traffic traffic = new Traffic();
    private final OpenClients clients = new OpenClients(places, traffic);
    private SocketChannel peer;
    private TcpClient client;
    private Thread thread;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocketChannel listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            peer = SocketChannel.open(listener.getLocalAddress());
            client = new TcpClient(listener.accept(), traffic, new Transcript());
        }
        thread = Thread.ofPlatform().unstarted(this::talk);
        clients.add(client, thread);
        thread.start();
    }

    private void talk() {
        try {
            new HttpConversation(client).run();
        } catch (IOException _) {
            // Closed, as intended.
        } finally {
            clients.end(client, "closed");
        }
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
        client.close();
        thread.join(PATIENCE_MILLIS);
    }

    @Test
    void halfARequestMayTakeTwentySeconds() throws Exception {
        say("GET / HTTP/1.1\r\nHost:");
        assertLateBetween(19, 21);
    }

    @Test
    void silentClientMayTakeAMinute() throws Exception {
        await(() -> isLateIn(61));
        assertLateBetween(58, 61);
    }

    @Test
    void bodyThatKeepsComingMayTakeLonger() throws Exception {
        say("POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(50_000));
        assertLateBetween(100, 125);
    }

    @Test
    void clientThatIsLateIsClosed() throws Exception {
        say("GET ");
        await(() -> isLateIn(21));
        assertEquals(1, clients.all().size());
        clients.closeLate(in(61));
        assertEquals(-1, peer.read(ByteBuffer.allocate(1)));
        thread.join(PATIENCE_MILLIS);
        assertEquals(0, clients.all().size());
    }

    private void say(String text) throws Exception {
        ByteBuffer data = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (data.hasRemaining()) {
            peer.write(data);
        }
        await(() -> client.received() == text.length());
    }

    private void assertLateBetween(int seconds, int later) throws Exception {
        await(() -> !isLateIn(seconds) && isLateIn(later));
        assertFalse(isLateIn(0));
    }

    private boolean isLateIn(int seconds) {
        return client.isLate(in(seconds));
    }

    private static long in(int seconds) {
        return System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not so within " + PATIENCE_MILLIS + " ms");
            Thread.sleep(5);
        }
    }
}
