// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionException;
import org.portio.core.Unseen;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventSource;
import org.portio.core.event.EventStream;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketCounters;

/** A kernel that tells what the test wants it to. */
final class FakeEvents implements EventSource {

    private final BlockingQueue<KernelEvent> events = new LinkedBlockingQueue<>();
    private volatile long opens;
    private volatile Instant heardUntil = Instant.MAX;
    private volatile boolean isBroken;
    private volatile int closings;

    void tell(KernelEvent event) {
        events.add(event);
    }

    /** Lets the kernel's counters say that so many connections were opened since the start of the machine. */
    void count(long opened) {
        opens = opened;
    }

    /** Lets what happens after this moment be on its way for the time being. */
    void holdBackAfter(Instant moment) {
        heardUntil = moment;
    }

    void fail() {
        isBroken = true;
    }

    int closings() {
        return closings;
    }

    private List<KernelEvent> take(Duration timeout) {
        List<KernelEvent> taken = new ArrayList<>();
        try {
            KernelEvent first = events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (first != null) {
                taken.add(first);
                events.drainTo(taken);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return taken;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean isAvailable() {
        return !isBroken;
    }

    @Override
    public EventStream open() {
        return new EventStream() {
            @Override
            public Set<EventKind> kinds() {
                return Set.of(EventKind.SOCKET_END);
            }

            @Override
            public List<Unseen> limits() {
                return List.of(new Unseen("processes", -1, "it is a fake"));
            }

            @Override
            public List<KernelEvent> poll(Duration timeout) throws ConnectionException {
                if (isBroken) {
                    throw new ConnectionException("broken");
                }
                return take(timeout);
            }

            @Override
            public Instant heardUntil() {
                return earlier(heardUntil, Instant.now());
            }

            @Override
            public Optional<SocketCounters> counters() {
                return Optional.of(new SocketCounters(Instant.now(), opens, 0, 0, 0));
            }

            @Override
            public void close() {
                closings++;
            }
        };
    }
}
