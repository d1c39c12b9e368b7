// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;

/**
 * Times of sockets. A connection that was reset is no connection any more, and in no snapshot, but the kernel tells of the end of
 * its socket only when its process lets go of it, which may be much later; when it last sent or received something is known.
 */
final class Ages {

    /** The kernel tells the time since something in steps of its clock. */
    private static final Duration STEP = Duration.ofMillis(20);
    /** Longer than the kernel takes to tell of an end: that is work which it puts off. */
    private static final Duration DELAY = Duration.ofMillis(200);
    /** Longer than a program keeps a socket whose attempt to connect has failed at once; of that, nothing tells the time. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private Ages() {}

    static Instant micros(Instant time) {
        return time.equals(Instant.MIN) ? time : time.truncatedTo(ChronoUnit.MICROS);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Returns whether what has ended was a connection already then: it has sent and received nothing since. */
    static boolean wasThere(SocketEnded end, Instant start) {
        return end.idle() != null && end.time().minus(end.idle()).isBefore(start.minus(STEP));
    }

    /** Returns a time at which it had not ended as a connection yet; if it was none, as a socket. */
    static Instant beforeEnd(SocketEnded end) {
        Duration idle = end.reach() == Reach.ATTEMPTED ? AFTER_FAILURE : idle(end);
        return end.untold().minus(DELAY).minus(STEP).minus(idle);
    }

    /** Returns a time by which it had been opened. */
    static Instant afterOpening(SocketEnded end) {
        return end.idle() == null
                ? end.time()
                : earlier(end.time(), end.time().minus(idle(end)).plus(STEP));
    }

    private static Duration idle(SocketEnded end) {
        return end.idle() == null ? Duration.ZERO : end.idle();
    }
}
