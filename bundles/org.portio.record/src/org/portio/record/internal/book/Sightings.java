// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import org.portio.core.Snapshot;

/** The times of the latest snapshots. */
final class Sightings {

    /** The time by which the news of an end may be late. */
    private static final Duration DELAY = Duration.ofMillis(100);

    private Instant before = Instant.MIN;
    private Instant latest = Instant.MIN;
    private Instant latestArrival = Instant.MIN;

    /** Notes one, which came at this time: when it was made, it was after its own time. */
    void add(Snapshot snapshot, Instant arrival) {
        before = latest;
        latest = Ages.micros(snapshot.time());
        latestArrival = arrival;
    }

    boolean isFirst() {
        return latest.equals(Instant.MIN);
    }

    /** Returns the time of the one before the latest: what that had not, the latest has. */
    Instant before() {
        return before;
    }

    /** Returns the time of the latest: what is in it was there then. */
    Instant latest() {
        return latest;
    }

    /** Returns a time at which a socket that ended then, and that no snapshot has, cannot have been there yet; not before the start. */
    Instant beforeEndAt(Instant end, Instant start) {
        boolean mayBeOlder = latestArrival.equals(Instant.MIN) || latestArrival.plus(DELAY).isAfter(end);
        Instant time = mayBeOlder ? before : latest;
        return time.isBefore(start) ? earlier(start, end) : time;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
