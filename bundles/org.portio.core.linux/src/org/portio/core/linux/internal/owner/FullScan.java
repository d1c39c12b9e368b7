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

    private final Duration every;
    private final Supplier<? extends ProcessTable> tables;
    private CompletableFuture<List<Look>> running;
    private long lastStart = System.nanoTime();
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
        if (running == null && System.nanoTime() - lastStart > every.toNanos()) {
            lastStart = System.nanoTime();
            startRound = round;
            List<HeldProcess> all = List.copyOf(processes);
            running = CompletableFuture.supplyAsync(() -> new ProcessScan(tables).look(all));
        }
    }
}
