// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.Instant;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;

/** Rows of the views, from noon on. */
public final class Rows {

    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Rows() {}

    static ReservationStatus tcp(int port, HoldState state) {
        return reservation(PortKey.of(port, Protocol.TCP), "", "", state, "");
    }

    static ReservationStatus reservation(PortKey key, String executable, String note, HoldState state, String detail) {
        Reservation reservation = new Reservation(key, executable, note, HandOver.AUTO, false, NOON);
        return new ReservationStatus(reservation, state, NOON, detail, 0);
    }
}
