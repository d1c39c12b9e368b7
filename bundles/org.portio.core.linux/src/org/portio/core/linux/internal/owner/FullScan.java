// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.portio.core.linux.internal.owner.ProcessScan.Look;

/** A look into every process from time to time, on another thread: meanwhile refreshes go on. */
final class FullScan {

    /** So many times as long as one takes, the next one waits: with a hundred thousand descriptors it takes half a second. */
    private static final int COSTS = 600;
    /** No more than so many times the usual wait. */
    private static final int MOST = 10;

    private final Duration every;
    private final Supplier<? extends ProcessTable> tables;
    private CompletableFuture<List<Look>> running;
    private long lastStart = System.nanoTime();
    private volatile long cost;
    private int startRound;

    FullScan(Duration every, Supplier<? extends ProcessTable> tables) {
        this.every = every;
        this.tables = tables;
    }

    /** Returns what a scan that is done has seen; null if none is, or if it has failed. */
    List<Look> takeDone() {
        if (running == null || !running.isDone()) {
            return null;
        }
        CompletableFuture<List<Look>> done = running;
        running = null;
        try {
            return done.join();
        } catch (CompletionException e) {
            // The refresh does not need it to go on, and another scan will come.
            System.getLogger(FullScan.class.getName())
                    .log(System.Logger.Level.WARNING, "reading all processes failed", e.getCause());
            return null;
        }
    }

    /** Returns the round in which the newest scan has begun. */
    int startRound() {
        return startRound;
    }

    /** Starts one if it is time. */
    void startWhenDue(Collection<HeldProcess> processes, int round) {
        if (running == null && System.nanoTime() - lastStart > untilNext()) {
            lastStart = System.nanoTime();
            startRound = round;
            List<HeldProcess> all = List.copyOf(processes);
            running = CompletableFuture.supplyAsync(() -> look(all));
        }
    }

    private long untilNext() {
        long usual = every.toNanos();
        return Math.clamp(COSTS * cost, usual, MOST * usual);
    }

    private List<Look> look(List<HeldProcess> all) {
        long start = System.nanoTime();
        List<Look> looks = new ProcessScan(tables).look(all);
        cost = System.nanoTime() - start;
        return looks;
    }
}
