// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.reservation.internal.store.StatusJson;

/** Reservations as JSON, one to a line, which {@code reservations.schema.json} describes. What is not known is null. */
public final class ReservationsJson {

    /** It changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    private ReservationsJson() {}

    /** Returns one document, without the end of its last line. */
    public static String document(List<ReservationStatus> reservations, Instant time) {
        String lines = reservations.stream()
                .map(reservation -> "\n" + StatusJson.of(reservation))
                .collect(Collectors.joining(","));
        return "{\"schema\":" + SCHEMA + ",\"time\":\"" + time + "\",\"reservations\":[" + lines + "\n]}";
    }
}
