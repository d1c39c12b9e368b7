// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.portio.core.Snapshot;

/** The times of the latest snapshots. */
final class Sightings {

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

    /** Returns when the newest snapshot was begun that was complete by then; the start if there is none since. */
    Instant before(Instant time, Instant start) {
        Instant known = newestFirst.stream()
                .filter(one -> !one.arrival().isAfter(time))
                .map(Sighting::time)
                .findFirst()
                .orElse(start);
        return Ages.later(known, start);
    }
}
