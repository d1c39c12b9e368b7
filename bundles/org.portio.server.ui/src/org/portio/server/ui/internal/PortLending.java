// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import org.eclipse.osgi.util.NLS;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;
import org.portio.ui.dialog.PortQuestion;

/** Says that a reservation lends its port to a server that is started there. */
final class PortLending {

    private PortLending() {}

    /** Returns what comes of a port that is reserved; if that cannot be seen, the answer is that of any other port. */
    static String of(Reservations reservations, PortQuestion question) {
        PortKey key = new PortKey(question.port(), question.protocol(), question.address());
        try {
            boolean reserved = reservations != null
                    && reservations.list().stream().anyMatch(row -> row.key().equals(key));
            return reserved ? NLS.bind(Messages.StartServerHandler_lent, key) : "";
        } catch (ReservationException _) {
            return "";
        }
    }
}
