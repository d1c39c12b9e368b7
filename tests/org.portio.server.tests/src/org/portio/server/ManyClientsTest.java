// SPDX-License-Identifier: EPL-2.0
package org.portio.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/**
 * Connects many clients at the same time. The environment variable PORTIO_CLIENTS sets how many; each needs two
 * descriptors of this process, its own and the server's.
 */
class ManyClientsTest {

    private static final int CLIENTS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_CLIENTS", "2000"));
    private static final int BYTES = 20_000;
    private static final int PATIENCE_SECONDS = 120;

    private final RunningServers servers = RunningServers.inThisProcess();

    @AfterEach
    void stopAll() {
        servers.close();
    }

    @Test
    void eachOfThousandsOfClientsGetsItsOwnBytesBack() throws Exception {
        assumeDescriptors();
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        CountDownLatch connected = new CountDownLatch(CLIENTS);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(executor.submit(client(server, i, connected, go)));
            }
            assertTrue(connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> connected.getCount() + " missing");
            server.awaitOpen(CLIENTS);
            go.countDown();
            for (Future<Boolean> client : clients) {
                assertTrue(client.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        }
        server.awaitOpen(0);
        ServerStatus last = server.stop();
        assertEquals(CLIENTS, last.clients());
        assertEquals((long) CLIENTS * BYTES, last.bytesReceived());
        assertEquals((long) CLIENTS * BYTES, last.bytesSent());
    }

    private static Callable<Boolean> client(Started server, int number, CountDownLatch connected, CountDownLatch go) {
        return () -> {
            byte[] data = new byte[BYTES];
            new Random(number).nextBytes(data);
            try (Socket socket = server.connect()) {
                connected.countDown();
                go.await();
                socket.setSoTimeout(PATIENCE_SECONDS * 1000);
                socket.getOutputStream().write(data);
                socket.shutdownOutput();
                assertArrayEquals(data, socket.getInputStream().readAllBytes());
            }
            return true;
        };
    }

    private static void assumeDescriptors() throws Exception {
        Path limits = Path.of("/proc/self/limits");
        if (!Files.exists(limits)) {
            return;
        }
        Matcher limit = Pattern.compile("Max open files\\s+(\\d{1,9})\\s").matcher(Files.readString(limits));
        int needed = 2 * CLIENTS + 500;
        if (limit.find() && Integer.parseInt(limit.group(1)) < needed) {
            throw new TestAbortedException("skipped: " + CLIENTS + " clients need " + needed
                    + " descriptors; the limit is " + limit.group(1) + " (ulimit -n)");
        }
    }

    @Test
    void clientsThatComeAndGoAllTheTimeAreAllServed() throws Exception {
        Started server = Started.tcp(servers, ServerMode.ECHO, "127.0.0.1");
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(executor.submit(client(server, i, new CountDownLatch(1), new CountDownLatch(0))));
            }
            for (Future<Boolean> client : clients) {
                assertTrue(client.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
        }
        server.awaitOpen(0);
        assertEquals(CLIENTS, server.status().clients());
        assertTrue(server.transcript().size() <= 1000);
    }

    @Test
    void manyClientsOfABlackHoleCostNothingAndGoWithIt() throws Exception {
        Started server = Started.tcp(servers, ServerMode.BLACKHOLE, "127.0.0.1");
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            clients.add(server.connect());
        }
        server.awaitOpen(1000);
        assertEquals(0, server.stop().open());
        for (Socket client : clients) {
            assertEquals(-1, client.getInputStream().read());
            client.close();
        }
    }
}
