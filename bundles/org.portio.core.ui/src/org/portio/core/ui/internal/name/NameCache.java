// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.name;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps names of addresses, and has a few threads ask for further ones. A name server that does not answer is left alone for a
 * while. From any thread; nobody waits.
 */
final class NameCache {

    static final int MOST = 10_000;
    static final Duration FRESH = Duration.ofMinutes(30);
    /** An address without a name may get one, and a network may come up. */
    static final Duration FRESH_WITHOUT = Duration.ofMinutes(5);

    static final Duration PATIENCE = Duration.ofSeconds(3);
    static final Duration QUIET = Duration.ofMinutes(1);

    private static final int THREADS = 4;
    private static final int MOST_WAITING = 1_000;
    private static final int IDLE_SECONDS = 10;

    /**
     * An answer that is kept.
     *
     * @param name empty if it has none
     * @param wanted whether somebody asked for this very one
     */
    private record Answer(String name, long nanos, boolean wanted) {}

    private final Map<InetAddress, Answer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Answer> eldest) {
            return size() > MOST;
        }
    };
    private final Map<InetAddress, CompletableFuture<String>> asked = new HashMap<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "portio-names");
                thread.setDaemon(true);
                return thread;
            });
    private final Function<InetAddress, String> lookup;
    private final LongSupplier clock;
    private final Runnable changed;
    private long quietSince;
    private boolean isQuiet;

    /**
     * Creates an empty one.
     *
     * @param lookup waits for the name; empty if there is none
     * @param clock counts nanoseconds
     * @param changed run after each name that is new
     */
    NameCache(Function<InetAddress, String> lookup, LongSupplier clock, Runnable changed) {
        this.lookup = lookup;
        this.clock = clock;
        this.changed = changed;
        threads.allowCoreThreadTimeOut(true);
    }

    synchronized boolean isEmpty() {
        return answers.isEmpty();
    }

    /** Returns the name if somebody asked for this very address; else nothing. */
    synchronized String asked(InetAddress address) {
        Answer answer = answers.get(address);
        return answer == null || !answer.wanted() ? "" : answer.name();
    }

    /** Returns the name as far as it is known; asks for it if it is not, or has been for long. */
    synchronized String nameOrAsk(InetAddress address) {
        Answer answer = answers.get(address);
        long now = clock.getAsLong();
        if (isQuiet && now - quietSince > QUIET.toNanos()) {
            isQuiet = false;
        }
        if (!isQuiet && (answer == null || now - answer.nanos() > fresh(answer).toNanos())) {
            ask(address, answer != null && answer.wanted());
        }
        return answer == null ? "" : answer.name();
    }

    private static Duration fresh(Answer answer) {
        return answer.name().isEmpty() ? FRESH_WITHOUT : FRESH;
    }

    /** Asks for this very address now; the result is empty for one without a name. */
    synchronized CompletableFuture<String> ask(InetAddress address) {
        return ask(address, true);
    }

    private CompletableFuture<String> ask(InetAddress address, boolean wanted) {
        CompletableFuture<String> before = asked.get(address);
        if (before != null) {
            return wanted ? before.thenApply(name -> keep(address, name, true)) : before;
        }
        CompletableFuture<String> result = new CompletableFuture<>();
        try {
            threads.execute(() -> look(address, wanted, result));
            asked.put(address, result);
        } catch (RejectedExecutionException _) {
            // Too many wait already: whoever shows the row asks again.
            result.cancel(false);
        }
        return result;
    }

    private void look(InetAddress address, boolean wanted, CompletableFuture<String> result) {
        if (!wanted && isQuiet()) {
            forget(address);
            result.cancel(false);
            return;
        }
        try {
            result.complete(keep(address, look(address), wanted));
        } finally {
            forget(address);
            result.cancel(false); // unless it is complete
        }
    }

    private String look(InetAddress address) {
        long begun = clock.getAsLong();
        String name = lookup.apply(address);
        if (name.isEmpty() && clock.getAsLong() - begun > PATIENCE.toNanos()) {
            beQuiet();
        }
        return name;
    }

    private synchronized boolean isQuiet() {
        return isQuiet;
    }

    private synchronized void beQuiet() {
        isQuiet = true;
        quietSince = clock.getAsLong();
    }

    private synchronized void forget(InetAddress address) {
        asked.remove(address);
    }

    private String keep(InetAddress address, String name, boolean wanted) {
        Answer before;
        synchronized (this) {
            before = answers.put(address, new Answer(name, clock.getAsLong(), wanted));
        }
        if (before == null ? !name.isEmpty() : !before.name().equals(name) || before.wanted() != wanted) {
            changed.run();
        }
        return name;
    }

    /** Asks nobody any more. */
    void close() {
        threads.shutdownNow();
    }
}
