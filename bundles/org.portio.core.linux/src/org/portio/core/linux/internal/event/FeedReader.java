// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventsLost;
import org.portio.core.event.KernelEvent;
import org.portio.core.kernel.Syscalls;
import org.portio.core.system.ThreadEnd;

/** Takes in what feeds tell, on a thread of its own, until it is stopped. */
final class FeedReader {

    private static final int POLLFD = 8;
    private static final short POLLIN = 1;
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** The time until it is noticed that this was stopped. */
    private static final long LONGEST_WAIT = 250 * NANOS_PER_MILLI;
    /** Between two looks at a feed that wakes nobody. */
    private static final long SHORTEST_WAIT = 20 * NANOS_PER_MILLI;
    /** Under a flood, many are taken in at a time; the kernel's queue holds far more. */
    private static final long GATHERING = 2 * NANOS_PER_MILLI;

    private final List<EventFeed> feeds;
    private final BlockingQueue<KernelEvent> events;
    private final Set<EventKind> full = EnumSet.noneOf(EventKind.class);
    private final Syscalls kernel = new Syscalls();
    private final Thread thread = new Thread(this::run, "portio-events");
    private volatile Instant drainedAt = Instant.now();
    private volatile boolean stopped;
    private volatile Throwable failure;

    FeedReader(List<EventFeed> feeds, BlockingQueue<KernelEvent> events) {
        this.feeds = feeds;
        this.events = events;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns a moment until which all that was told is in the queue, or lost. */
    Instant drainedAt() {
        return drainedAt;
    }

    /** Returns why it has ended; null while it runs. */
    Throwable failure() {
        return failure;
    }

    private void run() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment descriptors = arena.allocate((long) POLLFD * feeds.size(), 8);
            MemorySegment time = arena.allocate(2L * Long.BYTES, 8);
            while (!stopped) {
                await(descriptors, time);
                drain();
                LockSupport.parkNanos(GATHERING);
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } finally {
            feeds.forEach(EventFeed::close);
        }
    }

    private void await(MemorySegment descriptors, MemorySegment time) {
        boolean allWake = true;
        for (int i = 0; i < feeds.size(); i++) {
            int descriptor = feeds.get(i).descriptor();
            descriptors.set(ValueLayout.JAVA_INT, (long) POLLFD * i, descriptor);
            descriptors.set(ValueLayout.JAVA_SHORT, (long) POLLFD * i + Integer.BYTES, POLLIN);
            allWake &= descriptor >= 0;
        }
        time.set(ValueLayout.JAVA_LONG, 0, 0);
        time.set(ValueLayout.JAVA_LONG, Long.BYTES, allWake ? LONGEST_WAIT : SHORTEST_WAIT);
        kernel.call(Syscalls.PPOLL, descriptors.address(), feeds.size(), time.address(), 0);
    }

    /**
     * Takes in the ends of sockets first, but hands them on last: what was traced of a socket, and which process did it, is so
     * known before its end.
     */
    private void drain() throws IOException {
        Instant begin = Instant.now();
        List<KernelEvent> ends = new ArrayList<>();
        feeds.getFirst().drain(ends::add);
        for (EventFeed feed : feeds.subList(1, feeds.size())) {
            feed.drain(event -> offer(feed.kind(), event));
        }
        ends.forEach(event -> offer(feeds.getFirst().kind(), event));
        drainedAt = begin;
    }

    private void offer(EventKind kind, KernelEvent event) {
        boolean wasFull = full.contains(kind);
        boolean fits = wasFull
                ? events.offer(new EventsLost(Instant.now().truncatedTo(ChronoUnit.MICROS), kind))
                        && events.offer(event)
                : events.offer(event);
        if (fits) {
            full.remove(kind);
        } else {
            full.add(kind);
        }
    }

    /** Stops it, and waits until it has let go of everything. */
    void stop() {
        stopped = true;
        ThreadEnd.await(thread);
    }
}
