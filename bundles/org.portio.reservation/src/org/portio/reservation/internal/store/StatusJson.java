// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import com.google.gson.JsonObject;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;

/** A reservation and how it stands as JSON, for programs that read PortIO's output. */
public final class StatusJson {

    private StatusJson() {}

    /** Returns one object on one line. */
    public static String of(ReservationStatus status) {
        Reservation reservation = status.reservation();
        JsonObject json = new JsonObject();
        json.addProperty("protocol", status.key().protocol().label());
        json.addProperty("port", status.key().port());
        json.addProperty(
                "address",
                status.key().address().isEmpty() ? null : status.key().address());
        json.addProperty("state", status.state().label());
        json.addProperty("stateSince", status.stateSince().toString());
        json.addProperty("detail", status.detail());
        json.addProperty("borrower", status.borrower() == 0 ? null : Long.valueOf(status.borrower()));
        json.addProperty("since", reservation.since().toString());
        json.addProperty("executable", reservation.executable());
        json.addProperty("note", reservation.note());
        json.addProperty("handOver", reservation.handOver().label());
        json.addProperty("outOfEphemeralRange", reservation.outOfEphemeralRange());
        return json.toString();
    }
}
