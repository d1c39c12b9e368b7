// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import com.google.gson.JsonObject;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;

/**
 * A reservation and what else its entry in the file has.
 *
 * @param reservedIn run of the system in which PortIO added the port to those that are not given to outgoing connections;
 *     empty if it did not
 * @param more keys that this PortIO does not know; kept as they are
 */
public record StoredReservation(Reservation reservation, String reservedIn, JsonObject more) {

    public static final JsonObject NOTHING_MORE = new JsonObject();

    public PortKey key() {
        return reservation.key();
    }

    public StoredReservation reservedIn(String run) {
        return new StoredReservation(reservation, run, more);
    }
}
