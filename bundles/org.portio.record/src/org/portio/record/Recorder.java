// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventSource;
import org.portio.core.event.EventsLost;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketStateChanged;
import org.portio.core.process.Processes;
import org.portio.core.system.ThreadEnd;
import org.portio.record.internal.book.AccountBook;
import org.portio.record.internal.watch.Acts;
import org.portio.record.internal.watch.Inbox;
import org.portio.record.internal.watch.LedgerGuard;
import org.portio.record.internal.watch.ProcessBook;
import org.portio.record.internal.watch.QuietMoment;
import org.portio.record.internal.watch.Streams;
import org.portio.record.internal.watch.Watch;

/**
 * Watches the sockets of this machine, in the network namespace of the thread that starts it, and tells a ledger what becomes of
 * each. It works on a thread of its own, and keeps only what is open.
 */
public final class Recorder implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration LAST_NEWS = Duration.ofSeconds(5);
    private static final long SECOND = 1_000_000_000;

    private final ConnectionMonitor monitor;
    private final List<EventSource> sources;
    private final LedgerGuard ledger;
    private final Acts acts;
    private final ProcessBook processes;
    private final Thread thread = new Thread(this::run, "portio-recorder");
    private Inbox inbox;
    private ConnectionMonitor.Schedule schedule;
    private Streams streams;
    private AccountBook book;
    private Watch watch;
    private Snapshot latest;
    private long lastTold;
    private volatile List<Unseen> limits = List.of();
    private volatile Coverage coverage;
    private volatile boolean stopped;

    /**
     * Creates one that does nothing until it is started.
     *
     * @param monitor gives the snapshots
     * @param sources tell of events; without any, only snapshots are learnt from
     * @param processes name those that have ended by the time that their sockets are seen
     * @param actions the folder of PortIO's log of actions
     * @param ledger is told, from the recorder's thread
     */
    public Recorder(
            ConnectionMonitor monitor, List<EventSource> sources, Processes processes, Path actions, Ledger ledger) {
        this.monitor = monitor;
        this.sources = List.copyOf(sources);
        this.processes = new ProcessBook(processes);
        this.acts = new Acts(actions);
        this.ledger = new LedgerGuard(ledger);
        thread.setDaemon(true);
    }

    /**
     * Starts it; what happens after this has returned is watched. Only once.
     *
     * @throws RecordException if no snapshot can be taken; the message says what to do
     */
    public void start() throws RecordException {
        begin();
        acts.begin();
        thread.start();
    }

    private void begin() throws RecordException {
        streams = new Streams(sources);
        try {
            QuietMoment moment = QuietMoment.await(monitor, streams);
            limits = streams.limits();
            watch = new Watch(moment.time(), streams.evidence(), moment.counters());
            boolean hearsEnds = streams.kinds().contains(EventKind.SOCKET_END);
            book = new AccountBook(moment.time(), hearsEnds, processes, ledger::account);
            latest = moment.snapshot();
            book.snapshot(latest, new Delta(latest.connections(), List.of(), List.of()), moment.arrival());
        } catch (ConnectionException e) {
            streams.close();
            throw new RecordException(e.failure(), e);
        }
        inbox = new Inbox();
        schedule = monitor.follow(inbox);
    }

    private void run() {
        try {
            while (!stopped) {
                step();
            }
            hearWhatHappenedUntil(Instant.now());
            step();
        } catch (RecordException | RuntimeException e) {
            ledger.end(e);
        } finally {
            schedule.close();
            streams.close();
        }
    }

    /** Takes in what is still on its way, which takes long on a busy machine. */
    private void hearWhatHappenedUntil(Instant end) throws RecordException {
        long limit = System.nanoTime() + LAST_NEWS.toNanos();
        while (streams.knowsEndsUntil(end).isBefore(end) && System.nanoTime() < limit) {
            takeIn(streams.poll(TICK));
        }
    }

    private void step() throws RecordException {
        Duration wait = stopped ? Duration.ZERO : TICK;
        takeIn(streams.poll(wait));
        for (Inbox.Sight sight : streams.isEmpty() ? inbox.await(wait) : inbox.take()) {
            book.snapshot(sight.snapshot(), sight.since(latest), sight.arrival());
            latest = sight.snapshot();
        }
        if (stopped || System.nanoTime() - lastTold >= SECOND) {
            lastTold = System.nanoTime();
            acts.read().forEach(ledger::act);
            tell();
        }
        if (!streams.evidence().equals(watch.sources()) && !stopped) {
            // A source has failed: what is learnt from now on is learnt otherwise.
            schedule.close();
            streams.close();
            begin();
        }
    }

    private void takeIn(List<KernelEvent> events) throws RecordException {
        for (KernelEvent event : events) {
            switch (event) {
                case SocketEnded end -> book.ended(end);
                case SocketStateChanged change -> book.stateChanged(change);
                case EventsLost lost when lost.kind() == EventKind.SOCKET_END -> watch.overrun();
                default -> processes.heard(event);
            }
        }
    }

    private void tell() {
        if (inbox.failure() != null) {
            return; // while no snapshots can be taken, the coverage does not go on
        }
        Instant until = streams.knowsEndsUntil(latest.time());
        Coverage now = watch.coverage(until, streams.counters(), book.seen(), book.givenUp());
        coverage = now;
        if (stopped || watch.isDue(now)) {
            watch.told(now);
            ledger.coverage(now);
        }
    }

    /** Returns what it cannot learn here, and why; empty before it is started. */
    public List<Unseen> limits() {
        return limits;
    }

    /** Returns how completely it has watched so far, not older than about a second; empty in the first one. */
    public Optional<Coverage> coverage() {
        return Optional.ofNullable(coverage);
    }

    /** Returns why the ledger did not take what it was told last; empty if it did. */
    public Optional<RecordException> failure() {
        return ledger.failure();
    }

    /** Stops it, after it has told what it knows. */
    @Override
    public void close() {
        stopped = true;
        ThreadEnd.await(thread);
    }
}
