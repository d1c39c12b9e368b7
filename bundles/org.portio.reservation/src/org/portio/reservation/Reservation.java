// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;

/**
 * A port that is kept, as the file of reservations has it.
 *
 * @param executable absolute path of the program that the port is kept for; empty for none
 * @param note the user's own words; empty for none
 * @param handOver how {@code portio run} hands the port over
 * @param outOfEphemeralRange whether the system is also told not to give the port to outgoing connections
 * @param since when it was reserved
 * @param run id of the test run that it belongs to and ends with; empty for none
 */
public record Reservation(
        PortKey key,
        String executable,
        String note,
        HandOver handOver,
        boolean outOfEphemeralRange,
        Instant since,
        String run) {

    /** Creates one that belongs to no test run. */
    public Reservation(
            PortKey key,
            String executable,
            String note,
            HandOver handOver,
            boolean outOfEphemeralRange,
            Instant since) {
        this(key, executable, note, handOver, outOfEphemeralRange, since, "");
    }

    /** Returns the same, which belongs to this test run; empty for none. */
    public Reservation withRun(String other) {
        return new Reservation(key, executable, note, handOver, outOfEphemeralRange, since, other);
    }
}
