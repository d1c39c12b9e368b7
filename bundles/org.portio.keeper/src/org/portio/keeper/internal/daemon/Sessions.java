// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.portio.core.kernel.Descriptors;
import org.portio.keeper.internal.protocol.Errors;

/**
 * The keeper's clients at this moment, each with a thread of the system: those of Java's own kind are for the clients of
 * servers, which may keep all processors busy. If places, descriptors or threads run out, the client that has been idle for
 * the longest time makes room, so that {@code release} and {@code stop} get through whatever else is open.
 */
public final class Sessions {

    public static final int MOST = 512;

    /** The heap for a client that sends the longest request that is read, in bytes. */
    private static final long HEAP_FOR_ONE = 256 * 1024;

    private static final int FEWEST = 16;

    /**
     * The descriptors for the files that a request needs: the reservations, the logs, the search for a port's owner.
     */
    private static final int SPARE_DESCRIPTORS = 8;

    /** Threads that exist from the beginning, since there may be none to be had when one is needed. */
    private static final int OWN_THREADS = 4;

    private static final int TRIES = 40;
    private static final long BETWEEN_TRIES_MILLIS = 50;

    private final int most;
    private final Set<Session> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            OWN_THREADS,
            Integer.MAX_VALUE,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("portio-client-", 1).factory());
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("portio-keeper-clock").factory());

    Sessions() {
        most = Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_FOR_ONE, FEWEST, MOST);
        threads.prestartAllCoreThreads();
        clock.scheduleWithFixedDelay(this::endLate, 1, 1, TimeUnit.SECONDS);
    }

    /** Serves a client, or tells it that there is no room. */
    void admit(Session session) {
        makeRoom();
        open.add(session);
        // Without a descriptor to spare it may still be the one that releases some.
        if (open.size() > most || !start(session)) {
            open.remove(session);
            session.refuse(Errors.failed(
                    "the keeper has " + open.size() + " clients, all of them busy, and accepts no more",
                    "try again later"));
        }
    }

    private void makeRoom() {
        for (int i = 0; i < most && lacksRoom() && endIdlest(); i++) {
            // Its thread gives the descriptor back, in a moment.
            for (int j = 0; j < TRIES && Descriptors.areScarce(SPARE_DESCRIPTORS); j++) {
                pause(1);
            }
        }
    }

    private boolean lacksRoom() {
        return open.size() >= most || Descriptors.areScarce(SPARE_DESCRIPTORS);
    }

    private boolean start(Session session) {
        for (int i = 0; i < TRIES; i++) {
            try {
                threads.execute(() -> serve(session));
                return true;
            } catch (OutOfMemoryError _) {
                // The system has no thread for it: that of an idle client will do, as soon as it is free.
                endIdlest(session);
                pause(BETWEEN_TRIES_MILLIS);
            }
        }
        return false;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Session session) {
        try {
            session.run();
        } finally {
            open.remove(session);
        }
    }

    /** Ends the client that has been idle for the longest time; of those that only watch, one if there is no other. */
    boolean endIdlest() {
        return endIdlest(null);
    }

    private boolean endIdlest(Session spared) {
        Optional<Session> idlest = open.stream()
                .filter(session -> session != spared && !session.isBusy())
                .min(Comparator.comparing(Session::isWatching).thenComparing(Session::idleSince));
        idlest.ifPresent(session -> {
            open.remove(session);
            session.abort();
        });
        return idlest.isPresent();
    }

    /** Ends those that have not said who they are in time. */
    private void endLate() {
        long now = System.nanoTime();
        open.stream().filter(session -> session.isLate(now)).forEach(Session::abort);
    }

    /** Tells those who watch that the keeper ends on purpose, and ends all. */
    void close(Duration patience) {
        List<Session> all = List.copyOf(open);
        all.forEach(Session::end);
        long deadline = System.nanoTime() + patience.toNanos();
        all.forEach(session -> session.awaitFarewell(deadline));
        all.forEach(Session::abort);
        threads.shutdown();
        clock.shutdown();
    }
}
