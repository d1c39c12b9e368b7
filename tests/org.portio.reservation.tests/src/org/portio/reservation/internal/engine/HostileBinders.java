// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.portio.reservation.PortKey;

/** Threads that bind each port of a range that they can, and keep some of them for a while. */
final class HostileBinders implements AutoCloseable {

    private static final int NUMBER = 4;
    private static final int KEPT = 20;

    private final int first;
    private final int last;
    private final Map<Integer, ServerSocket> sockets = new ConcurrentHashMap<>();
    private final Set<Integer> bound = ConcurrentHashMap.newKeySet();
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch round = new CountDownLatch(2 * NUMBER);
    private volatile boolean closed;

    private HostileBinders(int first, int last) {
        this.first = first;
        this.last = last;
    }

    static HostileBinders start(int first, int last) {
        HostileBinders binders = new HostileBinders(first, last);
        for (int i = 0; i < NUMBER; i++) {
            binders.threads.add(Thread.ofPlatform().start(binders::bindAll));
        }
        return binders;
    }

    private void bindAll() {
        while (!closed) {
            for (int port = first; port <= last && !closed; port++) {
                bind(port, port % 2 == 0 ? "0.0.0.0" : "127.0.0.1");
                if (sockets.size() > KEPT) {
                    closeAll();
                }
                Thread.yield();
            }
            round.countDown();
        }
    }

    private void bind(int port, String address) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(address, port));
                sockets.put(port, socket);
                bound.add(port);
                taken.incrementAndGet();
            } catch (IOException _) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void closeAll() {
        for (Integer port : sockets.keySet()) {
            try {
                ServerSocket socket = sockets.remove(port);
                if (socket != null) {
                    socket.close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits until each port has been tried from now on. */
    void awaitOneMoreRound() throws InterruptedException {
        bound.clear();
        CountDownLatch next = new CountDownLatch(2 * NUMBER);
        round = next;
        next.await();
    }

    /** Returns whether it could be bound since then. */
    boolean had(PortKey key) {
        return bound.contains(key.port());
    }

    int taken() {
        return taken.get();
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (Thread thread : threads) {
            thread.join();
        }
        closeAll();
    }
}
