// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.Instant;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.reservation.Reservation;
import org.portio.reservation.ui.internal.dialog.ReserveFields;
import org.portio.reservation.ui.internal.dialog.ReserveForm;
import org.portio.ui.dialog.Inquiries;
import org.portio.ui.dialog.PortDialog;
import org.portio.ui.dialog.PortInquiry;
import org.portio.ui.list.ChangeJob;

/** Opens the dialog Reserve Port, filled with its parameters if it has any, and reserves what was asked for there. */
public final class ReservePortHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ReservationList list = ReservationList.of(window);
        PortInquiry inquiry = ReserveInquiry.of(window, list);
        ReserveForm initial = ReserveForm.of(
                Inquiries.parameter(event, ReserveCommand.PORT),
                Inquiries.protocol(event, ReserveCommand.PROTOCOL),
                Inquiries.parameter(event, ReserveCommand.EXECUTABLE));
        PortDialog<ReserveForm> dialog = ReserveFields.toReserve(window.getShell(), initial, inquiry);
        // The dialog tells what is reserved already.
        list.refreshLater();
        dialog.open();
        if (dialog.form() != null) {
            dialog.form().reservations(Instant.now()).forEach(one -> reserve(list, one));
        }
        return null;
    }

    private static void reserve(ReservationList list, Reservation reservation) {
        String name = NLS.bind(Messages.ReservePortHandler_job, reservation.key());
        new ChangeJob(name, _ -> list.reservations().reserve(reservation))
                .then(list::refreshLater)
                .start();
    }
}
