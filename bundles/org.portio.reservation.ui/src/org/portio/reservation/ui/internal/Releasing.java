// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** Giving ports up: what is asked before, and what is done then. */
final class Releasing {

    private static final int MOST_LISTED = 15;

    private Releasing() {}

    /** One that cannot be released does not keep the others from being so. */
    static void release(Reservations reservations, List<PortKey> keys) throws ReservationException {
        ReservationException failure = null;
        for (PortKey key : keys) {
            try {
                reservations.release(key);
            } catch (ReservationException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Names each reservation, unless there are more than one reads, and says what becomes of those who have a port. */
    static String question(List<ReservationStatus> selected) {
        boolean lent = selected.stream().anyMatch(row -> row.state() == HoldState.LENT);
        String more = lent ? "\n\n" + Messages.ReleaseHandler_lent : "";
        if (selected.size() == 1) {
            return NLS.bind(Messages.ReleaseHandler_questionOne, text(selected.getFirst())) + more;
        }
        String listed = selected.stream()
                .limit(MOST_LISTED)
                .map(row -> "\n    " + text(row))
                .collect(Collectors.joining());
        int rest = selected.size() - MOST_LISTED;
        String end = rest > 0 ? "\n    " + NLS.bind(Messages.ReleaseHandler_more, rest) : "";
        return NLS.bind(Messages.ReleaseHandler_question, selected.size()) + "\n" + listed + end + more;
    }

    private static String text(ReservationStatus row) {
        String note = row.reservation().note();
        return note.isEmpty() ? row.key().toString() : row.key() + " (" + note + ")";
    }
}
