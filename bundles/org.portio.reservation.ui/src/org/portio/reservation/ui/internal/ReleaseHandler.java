// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.Confirmation;
import org.portio.ui.list.ChangeJob;
import org.portio.ui.list.SelectedRows;
import org.portio.ui.table.TablePart;

/** Gives the selected ports up, after it has asked: what the platform's Delete does in the view Reservations. */
public final class ReleaseHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<ReservationStatus> selected = SelectedRows.of(event, ReservationStatus.class);
        if (!selected.isEmpty() && isWanted(window, selected)) {
            TablePart.keepPlace(HandlerUtil.getActivePart(event));
            start(ReservationList.of(window), selected);
        }
        return null;
    }

    private static boolean isWanted(IWorkbenchWindow window, List<ReservationStatus> selected) {
        return Confirmation.RELEASE.isGiven(
                window.getShell(),
                Messages.ReleaseHandler_title,
                Releasing.question(selected),
                Messages.ReleaseHandler_release);
    }

    private static void start(ReservationList list, List<ReservationStatus> selected) {
        String name = selected.size() == 1
                ? NLS.bind(Messages.ReleaseHandler_jobOne, selected.getFirst().key())
                : NLS.bind(Messages.ReleaseHandler_job, selected.size());
        List<PortKey> keys = selected.stream().map(ReservationStatus::key).toList();
        new ChangeJob(name, _ -> Releasing.release(list.reservations(), keys))
                .then(list::refreshLater)
                .start();
    }
}
