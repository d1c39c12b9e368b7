// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.ui.IWorkbenchWindow;
import org.portio.core.port.PortProbe;
import org.portio.ui.dialog.Inquiries;
import org.portio.ui.dialog.PortInquiry;

/** Composes what the dialogs Reserve Port and Edit Reservation say about a port. */
final class ReserveInquiry {

    private ReserveInquiry() {}

    /** Returns one that knows the ports of the list: a reservation that there is will be changed. */
    static PortInquiry of(IWorkbenchWindow window, ReservationList list) {
        return new PortInquiry(
                Inquiries.monitor(window),
                PortProbe.ofSystem(),
                question -> AlreadyReserved.of(list.state().rows(), question));
    }
}
