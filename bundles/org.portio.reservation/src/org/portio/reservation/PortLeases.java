// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;

/** Finds free ports by holding them: what is found is nobody else's from that moment on. */
public final class PortLeases {

    /** The attempts for each port that is wanted; on a machine with every second port in use, two are needed on average. */
    private static final int ATTEMPTS = 200;

    private PortLeases() {}

    /**
     * Reserves free ports for a test run, on all addresses. If it fails, none is left.
     *
     * @param first the lowest and
     * @param last the highest of those from which they are taken at random
     * @param run id of the run that they belong to
     */
    public static List<PortKey> take(
            Reservations reservations, int count, Protocol protocol, int first, int last, String run)
            throws ReservationException {
        List<PortKey> taken = new ArrayList<>();
        try {
            for (int left = count * ATTEMPTS; taken.size() < count; left--) {
                if (left == 0) {
                    throw new ReservationException(Failure.of(
                            Kind.CONFLICT,
                            "only " + taken.size() + " of " + count + " " + protocol + " ports from " + first + " to "
                                    + last + " were found free",
                            "end what has them, or ask for fewer"));
                }
                tryOne(
                        reservations,
                        PortKey.of(ThreadLocalRandom.current().nextInt(first, last + 1), protocol),
                        run,
                        taken);
            }
            return taken;
        } catch (ReservationException | RuntimeException e) {
            giveBack(reservations, taken);
            throw e;
        }
    }

    private static void tryOne(Reservations reservations, PortKey key, String run, List<PortKey> taken)
            throws ReservationException {
        if (taken.contains(key)) {
            return;
        }
        Reservation wanted = new Reservation(
                key, "", "leased", HandOver.AUTO, false, Instant.now().truncatedTo(ChronoUnit.MILLIS), run);
        ReservationStatus status;
        try {
            status = reservations.reserve(wanted);
        } catch (ReservationException e) {
            if (e.kind() == Kind.CONFLICT || e.kind() == Kind.PERMISSION) {
                return;
            }
            throw e;
        }
        // Otherwise it was reserved before, and is somebody else's.
        if (status.reservation().run().equals(run)) {
            taken.add(key);
        }
    }

    private static void giveBack(Reservations reservations, List<PortKey> taken) {
        for (PortKey key : taken) {
            try {
                reservations.release(key);
            } catch (ReservationException _) {
                // The end of the run tries again.
            }
        }
    }
}
