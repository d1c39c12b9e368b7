// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/** Four of the same user who try again and again to bind a port and listen on it. */
public final class HostileBinders implements AutoCloseable {

    private static final int NUMBER = 4;

    private final int port;
    private final List<Grab> ways;
    private final AtomicLong tries = new AtomicLong();
    private final Set<String> wins = new ConcurrentSkipListSet<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    HostileBinders(int port) {
        this(port, Grab.all());
    }

    /** Begins those who try in these ways only. */
    public HostileBinders(int port, List<Grab> ways) {
        this.port = port;
        this.ways = ways;
        for (int i = 0; i < NUMBER; i++) {
            int first = i;
            threads.add(Thread.ofPlatform().daemon().start(() -> run(first)));
        }
    }

    public long tries() {
        return tries.get();
    }

    /** Returns how they came to listen; empty if they never did. */
    public Set<String> wins() {
        return wins;
    }

    private void run(int first) {
        Grab.Attempts attempts = new Grab.Attempts();
        for (int i = first; !ended; i++) {
            Grab way = ways.get(i % ways.size());
            if (attempts.listen(way, port)) {
                wins.add(way.toString());
            }
            tries.incrementAndGet();
        }
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
