// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.util.Collection;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.keeper.Companion;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;

/**
 * Makes what belongs to test runs, and takes it back if the run has ended meanwhile: whoever reverts the run may have looked
 * before it was made.
 */
record OpenRuns(Collection<Companion.Stay> companions) {

    ReservationStatus reserve(Reservations reservations, Reservation wanted) throws ReservationException {
        ReservationStatus status = reservations.reserve(wanted);
        if (admit(wanted.run()) || !status.reservation().run().equals(wanted.run())) {
            return status;
        }
        try {
            reservations.release(status.key());
        } catch (ReservationException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
        throw new ReservationException(over(status.key(), wanted.run()));
    }

    ServerStatus start(TemporaryServers servers, ServerRequest wanted) throws ServerException {
        ServerStatus status = servers.start(wanted);
        if (admit(wanted.run())) {
            return status;
        }
        try {
            servers.stop(wanted.port(), wanted.protocol());
        } catch (ServerException e) {
            if (e.kind() != Kind.NOT_FOUND) {
                throw e;
            }
        }
        throw new ServerException(over(wanted.protocol() + " " + wanted.port(), wanted.run()));
    }

    private boolean admit(String run) {
        return run.isEmpty() || companions.stream().allMatch(companion -> companion.admits(run));
    }

    private static Failure over(Object what, String run) {
        return Failure.of(
                Kind.REFUSED,
                what + " was to belong to the test run " + run + ", which has ended",
                "unset PORTIO_RUN to make it without a run");
    }
}
