// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;

/**
 * A reservation and how it stands.
 *
 * @param stateSince when it came to be so
 * @param detail one phrase for the user: who has the port, why it is denied, which program it is lent to; empty if the
 *     state says it all
 * @param borrower process that it is lent to; 0 if it is not, or that process is not known yet
 * @param taker who was seen to take a lent port
 */
public record ReservationStatus(
        Reservation reservation, HoldState state, Instant stateSince, String detail, long borrower, Taker taker) {

    /** Returns one of which nobody was seen to take it. */
    public ReservationStatus(
            Reservation reservation, HoldState state, Instant stateSince, String detail, long borrower) {
        this(reservation, state, stateSince, detail, borrower, Taker.UNKNOWN);
    }

    public PortKey key() {
        return reservation.key();
    }
}
