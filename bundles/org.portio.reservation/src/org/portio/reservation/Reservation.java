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
 */
public record Reservation(
        PortKey key, String executable, String note, HandOver handOver, boolean outOfEphemeralRange, Instant since) {}
