// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.dialog.PortQuestion;

/** Says that a port is reserved already. */
final class AlreadyReserved {

    private AlreadyReserved() {}

    /** Returns one sentence for the user; empty if the port is not reserved. */
    static String of(List<ReservationStatus> rows, PortQuestion question) {
        PortKey key = new PortKey(question.port(), question.protocol(), question.address());
        return rows.stream().anyMatch(row -> row.key().equals(key))
                ? NLS.bind(Messages.ReserveInquiry_reserved, key)
                : "";
    }
}
