// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.farm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/** Main class of a child: opens a number of sockets each second, in connected pairs that live for half a second. */
public final class Churner {

    private static final Duration TICK = Duration.ofMillis(10);
    private static final long LIFE = Duration.ofMillis(500).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private record Pair(SocketChannel client, SocketChannel accepted, long born) {}

    private final ServerSocketChannel server;
    private final Queue<Pair> living = new ArrayDeque<>();
    private final long start = System.nanoTime();
    private long opened;

    private Churner(InetAddress address) throws IOException {
        server = ServerSocketChannel.open().bind(new InetSocketAddress(address, 0));
    }

    public static void main(String... args) throws Exception {
        Churner churner = new Churner(InetAddress.ofLiteral(args[0]));
        int socketsPerSecond = Integer.parseInt(args[1]);
        Lifeline parent = Lifeline.ready();
        while (parent.holds(TICK)) {
            churner.closeOld();
            churner.openUpTo((System.nanoTime() - churner.start) * socketsPerSecond / 2 / SECOND);
        }
    }

    private void openUpTo(long pairs) throws IOException {
        for (; opened < pairs; opened++) {
            SocketChannel client = SocketChannel.open(server.getLocalAddress());
            living.add(new Pair(client, server.accept(), System.nanoTime()));
        }
    }

    private void closeOld() throws IOException {
        while (!living.isEmpty() && System.nanoTime() - living.peek().born > LIFE) {
            Pair pair = living.remove();
            // Closed with a reset: otherwise each pair would leave a socket in TIME-WAIT for a minute.
            pair.client.setOption(StandardSocketOptions.SO_LINGER, 0).close();
            pair.accepted.close();
        }
    }
}
