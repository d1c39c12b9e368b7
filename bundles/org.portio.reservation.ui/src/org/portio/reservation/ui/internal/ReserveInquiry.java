// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.portio.core.port.PortProbe;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.dialog.Inquiries;
import org.portio.ui.dialog.PortInquiry;
import org.portio.ui.dialog.PortQuestion;

/** What the dialogs Reserve Port and Edit Reservation say about a port. */
final class ReserveInquiry {

    private ReserveInquiry() {}

    /** Returns one that knows the ports of the list: a reservation that there is will be changed. */
    static PortInquiry of(IWorkbenchWindow window, ReservationList list) {
        return new PortInquiry(
                Inquiries.monitor(window),
                PortProbe.ofSystem(),
                question -> reserved(list.state().rows(), question));
    }

    static String reserved(List<ReservationStatus> rows, PortQuestion question) {
        PortKey key = new PortKey(question.port(), question.protocol(), question.address());
        return rows.stream().anyMatch(row -> row.key().equals(key))
                ? NLS.bind(Messages.ReserveInquiry_reserved, key)
                : "";
    }
}
