// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.portio.core.Snapshot;
import org.portio.core.event.SocketEnded;

/** The times of the latest snapshots. */
final class Sightings {

    /** Longer than the kernel takes to tell of an end: that is work which it puts off. */
    private static final Duration DELAY = Duration.ofMillis(200);
    /** The news of ends may wait while others are worked on. */
    private static final int REMEMBERED = 16;

    /**
     * One of them.
     *
     * @param time a moment before it was begun: what it has was there then, unless it had just been opened
     * @param arrival a moment after it was complete
     */
    private record Sighting(Instant time, Instant arrival) {}

    private final Deque<Sighting> newestFirst = new ArrayDeque<>();
    private Instant before = Instant.MIN;

    void add(Snapshot snapshot, Instant arrival) {
        before = latest();
        newestFirst.addFirst(new Sighting(Ages.micros(snapshot.time()), arrival));
        if (newestFirst.size() > REMEMBERED) {
            newestFirst.removeLast();
        }
    }

    boolean isFirst() {
        return newestFirst.isEmpty();
    }

    /** Returns the time of the one before the latest: what that had not, the latest has. */
    Instant before() {
        return before;
    }

    /** Returns the time of the latest. */
    Instant latest() {
        return newestFirst.isEmpty() ? Instant.MIN : newestFirst.getFirst().time();
    }

    /**
     * Returns a time at which a socket that ended so, and that no snapshot has, cannot have been there yet; the start if no
     * snapshot tells.
     */
    Instant before(SocketEnded event, Instant start) {
        Instant end = event.untold();
        Instant known = newestFirst.stream()
                .filter(one -> !one.arrival().plus(DELAY).isAfter(end))
                .map(Sighting::time)
                .findFirst()
                .orElse(start);
        Instant time = known.isBefore(start) ? start : known;
        return time.isBefore(event.time()) ? time : event.time();
    }
}
