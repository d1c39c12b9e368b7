// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketCounters;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;

/**
 * The beginning of a watch: a snapshot during which no connection came or went, so that it is certain which ones were there
 * before. If there is no such moment for a while, those that came and went in the last few milliseconds count as missed.
 *
 * @param time a moment before the snapshot
 * @param counters the kernel's counters at that moment; empty if it has none
 * @param snapshot what was there
 * @param arrival when the snapshot was complete
 */
public record QuietMoment(Instant time, Optional<SocketCounters> counters, Snapshot snapshot, Instant arrival) {

    private static final int TRIES = 10;
    /**
     * Longer than the steps in which the kernel tells how long a connection has been idle: one that was reset before the watch was
     * asked for, and ends later, must be known to be older.
     */
    private static final Duration STEPS = Duration.ofMillis(30);

    /** Waits for it, for less than a second or for the time that some snapshots take. */
    public static QuietMoment await(ConnectionMonitor monitor, Streams streams) throws ConnectionException {
        QuietMoment moment = null;
        boolean isQuiet = false;
        for (int i = 0; i < TRIES && !isQuiet; i++) {
            streams.pollFor(STEPS);
            moment = take(monitor, streams);
            List<KernelEvent> meanwhile = streams.pollFor(Streams.TELLING);
            isQuiet = moment.counters().isEmpty()
                    || meanwhile.stream().noneMatch(QuietMoment::isEndOfConnection)
                            && opens(streams.counters()) == opens(moment.counters());
        }
        return moment;
    }

    private static QuietMoment take(ConnectionMonitor monitor, Streams streams) throws ConnectionException {
        Instant time = Instant.now();
        Optional<SocketCounters> counters = streams.counters();
        Snapshot snapshot = monitor.snapshot().unmerged();
        return new QuietMoment(time, counters, snapshot, Instant.now());
    }

    private static boolean isEndOfConnection(KernelEvent event) {
        return event instanceof SocketEnded end && end.reach() != Reach.NONE;
    }

    private static long opens(Optional<SocketCounters> counters) {
        return counters.map(SocketCounters::opens).orElse(-1L);
    }
}
