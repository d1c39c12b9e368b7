// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.portio.core.event.SocketEnded;

/** Times of sockets. */
final class Ages {

    /** The kernel tells the time since something in steps of its clock. */
    private static final Duration STEP = Duration.ofMillis(20);

    private Ages() {}

    static Instant micros(Instant time) {
        return time.equals(Instant.MIN) ? time : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns whether what has ended was a connection already then: it has sent and received nothing since. */
    static boolean wasThere(SocketEnded end, Instant start) {
        return end.idle() != null && end.time().minus(end.idle()).isBefore(start.minus(STEP));
    }
}
