// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;

/**
 * A reservation and how it stands.
 *
 * @param stateSince when it came to be so
 * @param detail one phrase for the user: who has the port, why it is denied, which program it is lent to; empty where the
 *     state says it all
 * @param borrower process that it is lent to; 0 where it is not, or that process is not known yet
 */
public record ReservationStatus(
        Reservation reservation, HoldState state, Instant stateSince, String detail, long borrower) {

    public PortKey key() {
        return reservation.key();
    }
}
