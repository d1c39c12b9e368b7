// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionException;
import org.portio.core.Unseen;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventStream;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketCounters;
import org.portio.core.linux.internal.sign.CounterFiles;
import org.portio.core.linux.internal.sign.Counters;

/**
 * Takes in what the kernel tells of the network namespace of the thread that opens this, at once and on a thread of its own, so that
 * the kernel's queues do not run over while whoever polls is busy.
 */
public final class LinuxEventStream implements EventStream {

    /** Events that wait for whoever polls; more are lost, and it is said. */
    private static final int WAITING = 1 << 16;

    private final BlockingQueue<KernelEvent> events = new LinkedBlockingQueue<>(WAITING);
    private final List<Unseen> limits;
    private final Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    private final CounterFiles files;
    private final FeedReader reader;
    private Instant heardUntil = Instant.now();

    /**
     * Listens from now on.
     *
     * @param tracefs where tracefs may be mounted
     * @throws IOException if not even the ends of sockets are told
     */
    public LinuxEventStream(List<Path> tracefs) throws IOException {
        FeedOpener opener = new FeedOpener(tracefs);
        List<EventFeed> feeds = opener.open();
        feeds.forEach(feed -> kinds.add(feed.kind()));
        limits = opener.limits();
        try {
            files = new CounterFiles(Path.of("/proc/thread-self/net"));
        } catch (IOException e) {
            feeds.forEach(EventFeed::close);
            throw e;
        }
        reader = new FeedReader(feeds, events);
        reader.start();
    }

    /** Returns if one can be opened; throws what opening one would throw otherwise. */
    public static void tryOut() throws IOException {
        new SocketEndFeed().close();
    }

    @Override
    public Set<EventKind> kinds() {
        return Set.copyOf(kinds);
    }

    @Override
    public List<Unseen> limits() {
        return limits;
    }

    @Override
    public List<KernelEvent> poll(Duration timeout) throws ConnectionException {
        List<KernelEvent> polled = new ArrayList<>();
        try {
            KernelEvent first = events.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            Instant until = reader.drainedAt();
            if (first != null) {
                polled.add(first);
            }
            events.drainTo(polled);
            heardUntil = until;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (polled.isEmpty() && reader.failure() != null) {
            throw new ConnectionException("the kernel tells of no more events", reader.failure());
        }
        return polled;
    }

    @Override
    public Instant heardUntil() {
        return heardUntil;
    }

    @Override
    public Optional<SocketCounters> counters() throws ConnectionException {
        try {
            files.read();
            Counters now = files.counters();
            return Optional.of(new SocketCounters(
                    Instant.now().truncatedTo(ChronoUnit.MICROS),
                    now.value("Tcp.ActiveOpens"),
                    now.value("Tcp.PassiveOpens"),
                    now.value("Tcp.AttemptFails"),
                    now.value("Tcp.CurrEstab")));
        } catch (IOException e) {
            throw new ConnectionException("the kernel's counters cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        reader.stop();
        try {
            files.close();
        } catch (IOException e) {
            System.getLogger(LinuxEventStream.class.getName()).log(System.Logger.Level.DEBUG, "closing failed", e);
        }
    }
}
