// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;

/**
 * What is known of the reservations.
 *
 * @param reservations as they were told last
 * @param known false until they were told for the first time
 * @param failure why they cannot be seen at the moment; null if they can
 * @param news what became of the latest run; empty for nothing
 */
public record ReservationsState(
        List<ReservationStatus> reservations, boolean known, ReservationException failure, String news) {

    static final ReservationsState UNKNOWN = new ReservationsState(List.of(), false, null, "");

    public ReservationsState {
        reservations = List.copyOf(reservations);
    }

    ReservationsState withReservations(List<ReservationStatus> newer) {
        return new ReservationsState(newer, true, null, news);
    }

    ReservationsState withFailure(ReservationException newer) {
        return new ReservationsState(reservations, known, newer, news);
    }

    ReservationsState withNews(String newer) {
        return new ReservationsState(reservations, known, failure, newer);
    }
}
