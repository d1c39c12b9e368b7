// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;
import java.util.List;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** Reservations as JSON, one per line, which {@code reservations.schema.json} describes. Unknown values are null. */
public final class ReservationsJson {

    /** The schema, which changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private ReservationsJson() {}

    /** Returns one document, without the end of its last line. */
    public static String document(List<ReservationStatus> reservations, List<Remap> remaps, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("reservations", reservations.stream().map(ReservationsJson::json))
                .with("remaps", remaps.stream().map(ReservationsJson::json))
                .text();
    }

    private static JsonObject json(Remap remap) {
        return new JsonObject()
                .put("asked", remap.asked())
                .put("given", remap.given())
                .put("pid", remap.pid() == 0 ? null : remap.pid())
                .put("program", remap.program())
                .put("folder", remap.folder())
                .put("since", remap.since());
    }

    private static JsonObject json(ReservationStatus status) {
        PortKey key = status.key();
        Reservation reservation = status.reservation();
        return new JsonObject()
                .put("protocol", key.protocol().label())
                .put("port", key.port())
                .put("address", key.address().isEmpty() ? null : key.address())
                .put("state", status.state().label())
                .put("stateSince", status.stateSince())
                .put("detail", status.detail())
                .put("borrower", status.borrower() == 0 ? null : status.borrower())
                .put("since", reservation.since())
                .put("executable", reservation.executable())
                .put("note", reservation.note())
                .put("handOver", reservation.handOver().label())
                .put("outOfEphemeralRange", reservation.outOfEphemeralRange())
                .put("run", reservation.run().isEmpty() ? null : reservation.run());
    }
}
