// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;

/** Tests what happens to the first client for whom there is no room. */
class ClientBoundTest {

    private static final int ALL = 20;
    /** One server may have three times as many as are free. */
    private static final int BOUND = 15;

    private static final int PATIENCE_MILLIS = 20_000;

    private final LocalServers servers = new LocalServers(ALL);
    private final List<Socket> clients = new ArrayList<>();

    @AfterEach
    void stopAll() throws IOException {
        servers.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    @Test
    void clientThatIsOneTooManyIsResetUntilAnotherHasGone() throws Exception {
        int port = start(ServerMode.ECHO);
        fill(port);
        assertThrows(SocketException.class, () -> echo(connect(port)));
        await(() -> transcriptHas(port, "reset by the server: too many clients"));
        echo(clients.getFirst());

        clients.removeFirst().close();
        await(() -> status(port).open() == BOUND - 1);
        echo(connect(port));
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerMode.class,
            names = {"DISCARD", "BLACKHOLE"})
    void fullServersLeavePlacesForTheOthers(ServerMode mode) throws Exception {
        for (int i = 0; i < 8; i++) {
            int full = start(mode);
            // The last one waits in the queue, or is reset.
            for (int count = 0; count <= BOUND; count++) {
                connect(full);
            }
            echo(connect(start(ServerMode.ECHO)));
        }
    }

    @Test
    void clientThatIsOneTooManyForABlackHoleSeesNothingOfIt() throws Exception {
        int port = start(ServerMode.BLACKHOLE);
        fill(port);
        Socket waiting = connect(port);
        await(() -> transcriptHas(port, "too many clients"));
        assertTrue(waiting.isConnected());
        assertEquals(BOUND, status(port).open());
        assertEquals(BOUND, servers.stop(port, Protocol.TCP).clients());
        assertEquals(ALL, servers.freePlaces());
    }

    @Test
    void placesAreGivenBackHoweverClientsLeave() throws Exception {
        for (ServerMode mode : List.of(ServerMode.ECHO, ServerMode.DISCARD, ServerMode.HTTP_OK)) {
            int port = start(mode);
            for (int i = 0; i < 3 * BOUND; i++) {
                Socket client = connect(port);
                await(() -> status(port).open() == 1);
                client.setSoLinger(i % 2 == 0, 0);
                client.close();
                await(() -> status(port).open() == 0);
            }
            servers.stop(port, Protocol.TCP);
            assertEquals(ALL, servers.freePlaces());
        }
    }

    private void fill(int port) throws Exception {
        for (int i = 0; i < BOUND; i++) {
            connect(port);
        }
        await(() -> status(port).open() == BOUND);
    }

    private static void echo(Socket client) throws IOException {
        client.getOutputStream().write('x');
        int answer = client.getInputStream().read();
        if (answer != 'x') {
            throw new SocketException("no echo but " + answer);
        }
    }

    private Socket connect(int port) throws IOException {
        Socket client = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        client.setSoTimeout(PATIENCE_MILLIS);
        clients.add(client);
        return client;
    }

    private int start(ServerMode mode) throws IOException, ServerException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        servers.start(new ServerRequest(port, Protocol.TCP, mode, "127.0.0.1", null));
        return port;
    }

    private ServerStatus status(int port) {
        Predicate<ServerStatus> isIt = status -> status.request().port() == port;
        return servers.list().stream().filter(isIt).findFirst().orElseThrow();
    }

    private boolean transcriptHas(int port, String part) {
        try {
            return servers.transcript(port, Protocol.TCP).stream()
                    .anyMatch(entry -> entry.text().contains(part));
        } catch (ServerException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not so within " + PATIENCE_MILLIS + " ms");
            Thread.sleep(5);
        }
    }
}
