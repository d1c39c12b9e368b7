// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.dialog.ReserveFields;
import org.portio.reservation.ui.internal.dialog.ReserveForm;
import org.portio.ui.dialog.PortDialog;
import org.portio.ui.dialog.PortInquiry;
import org.portio.ui.list.ChangeJob;
import org.portio.ui.list.SelectedRows;

/** Changes what the selected port is kept for. To reserve it again does so, and it is held all the while. */
public final class EditReservationHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        ReservationList list = ReservationList.of(window);
        for (ReservationStatus row : SelectedRows.of(event, ReservationStatus.class)) {
            edit(window, list, row.reservation());
        }
        return null;
    }

    private static void edit(IWorkbenchWindow window, ReservationList list, Reservation reservation) {
        PortInquiry inquiry = ReserveInquiry.of(window, list);
        PortDialog<ReserveForm> dialog = ReserveFields.toEdit(window.getShell(), ReserveForm.of(reservation), inquiry);
        dialog.open();
        if (dialog.form() != null) {
            // Its address is one, and stays.
            Reservation changed =
                    dialog.form().reservations(reservation.since()).getFirst();
            String name = NLS.bind(Messages.EditReservationHandler_job, reservation.key());
            new ChangeJob(name, _ -> list.reservations().reserve(changed))
                    .then(list::refreshLater)
                    .start();
        }
    }
}
