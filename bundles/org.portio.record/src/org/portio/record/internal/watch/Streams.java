// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portio.core.ConnectionException;
import org.portio.core.Unseen;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventSource;
import org.portio.core.event.EventStream;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketCounters;
import org.portio.record.Evidence;

/** The event streams that could be opened. One that fails is closed, and the others go on. */
public final class Streams implements AutoCloseable {

    /** Longer than it takes until the kernel tells of an end. */
    static final Duration TELLING = Duration.ofMillis(15);

    private final List<EventStream> open = new ArrayList<>();
    private final List<Unseen> limits = new ArrayList<>();

    /** Opens those of all sources that are available. */
    public Streams(List<EventSource> sources) {
        for (EventSource source : sources) {
            if (source.isAvailable()) {
                open(source);
            }
        }
        if (!kinds().contains(EventKind.SOCKET_END)) {
            limits.add(new Unseen(
                    "connections that are shorter than the time between two snapshots",
                    -1,
                    "this system does not tell of sockets that end"));
        }
    }

    private void open(EventSource source) {
        try {
            EventStream stream = source.open();
            open.add(stream);
            limits.addAll(stream.limits());
        } catch (ConnectionException e) {
            limits.add(new Unseen("events of '" + source.name() + "'", -1, e.getMessage()));
        }
    }

    /** Returns what cannot be learnt here, and why. */
    public List<Unseen> limits() {
        return List.copyOf(limits);
    }

    /** Returns what is told. */
    public Set<EventKind> kinds() {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        open.forEach(stream -> kinds.addAll(stream.kinds()));
        return kinds;
    }

    /** Returns what is learnt from, snapshots included. */
    public Set<Evidence> evidence() {
        Set<Evidence> evidence = EnumSet.of(Evidence.SNAPSHOT);
        kinds().forEach(kind -> evidence.add(
                switch (kind) {
                    case SOCKET_END -> Evidence.SOCKET_END;
                    case PROCESS -> Evidence.PROCESS_EVENT;
                    case SOCKET_STATE -> Evidence.TRACEPOINT;
                }));
        return evidence;
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    /** Waits so long at most, and returns what happened. */
    public List<KernelEvent> poll(Duration timeout) {
        List<KernelEvent> all = new ArrayList<>();
        for (EventStream stream : List.copyOf(open)) {
            try {
                all.addAll(stream.poll(timeout.dividedBy(Math.max(1, open.size()))));
            } catch (ConnectionException e) {
                lose(stream, e);
            }
        }
        return all;
    }

    /** Returns a moment until which everything is known that ended; the given one if nobody tells of it. */
    public Instant knowsEndsUntil(Instant otherwise) {
        return open.stream()
                .filter(stream -> stream.kinds().contains(EventKind.SOCKET_END))
                .map(stream -> stream.heardUntil().minus(TELLING))
                .min(Comparator.naturalOrder())
                .orElse(otherwise);
    }

    /** Returns all that happens in this time. */
    public List<KernelEvent> pollFor(Duration time) {
        List<KernelEvent> all = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (long rest = time.toNanos(); rest > 0 && !open.isEmpty(); rest = end - System.nanoTime()) {
            all.addAll(poll(Duration.ofNanos(rest)));
        }
        return all;
    }

    private void lose(EventStream stream, ConnectionException reason) {
        open.remove(stream);
        stream.close();
        limits.add(new Unseen("events since " + Instant.now(), -1, reason.getMessage()));
        System.getLogger(Streams.class.getName())
                .log(System.Logger.Level.WARNING, "a source of events has failed, and is not heard any more", reason);
    }

    /** Returns the kernel's counters; empty if nobody has them. */
    public Optional<SocketCounters> counters() {
        for (EventStream stream : List.copyOf(open)) {
            try {
                Optional<SocketCounters> counters = stream.counters();
                if (counters.isPresent()) {
                    return counters;
                }
            } catch (ConnectionException e) {
                lose(stream, e);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        open.forEach(EventStream::close);
        open.clear();
    }
}
