// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.statushandlers.StatusManager;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.run.ProgramRuns;
import org.portio.ui.list.SelectedRows;

/** Runs the program that the selected port is kept for. */
public final class RunHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ReservationList list = ReservationList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        SelectedRows.of(event, ReservationStatus.class).stream()
                .filter(ReservationTester::canRun)
                .forEach(row -> run(list, row.reservation()));
        return null;
    }

    private static void run(ReservationList list, Reservation reservation) {
        try {
            ProgramRuns.ofWorkbench().start(list.reservations(), reservation, list::tell, e -> tell(reservation, e));
        } catch (ReservationException e) {
            tell(reservation, e);
        }
    }

    private static void tell(Reservation reservation, Exception e) {
        String text = NLS.bind(
                Messages.RunHandler_failed, new Object[] {reservation.executable(), reservation.key(), e.getMessage()});
        StatusManager.getManager().handle(Status.error(text, e), StatusManager.SHOW | StatusManager.LOG);
    }
}
