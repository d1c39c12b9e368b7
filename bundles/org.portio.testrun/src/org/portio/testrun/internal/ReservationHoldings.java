// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.util.List;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.testrun.Holding;
import org.portio.testrun.Holdings;

/** Reservations that runs have. */
public record ReservationHoldings(Reservations reservations) implements Holdings {

    @Override
    public Holding.Kind kind() {
        return Holding.Kind.RESERVATION;
    }

    @Override
    public List<Holding> of(String run) throws PortioException {
        return reservations.list().stream()
                .filter(status -> status.reservation().run().equals(run))
                .map(status -> status.key().toString())
                .map(key -> new Holding(kind(), key, key))
                .toList();
    }

    @Override
    public void revert(Holding holding) throws PortioException {
        List<PortKey> named = reservations.list().stream()
                .map(ReservationStatus::key)
                .filter(key -> key.toString().equals(holding.key()))
                .toList();
        for (PortKey key : named) {
            release(key);
        }
    }

    private void release(PortKey key) throws ReservationException {
        try {
            reservations.release(key);
        } catch (ReservationException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
    }
}
