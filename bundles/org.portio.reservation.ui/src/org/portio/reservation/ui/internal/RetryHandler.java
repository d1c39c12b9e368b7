// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.ui.list.ChangeJob;
import org.portio.ui.list.SelectedRows;

/** Makes the keeper try to hold the selected ports at once; the table then shows the result. */
public final class RetryHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ReservationList list = ReservationList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        List<PortKey> keys = SelectedRows.of(event, ReservationStatus.class).stream()
                .filter(ReservationTester::canRetry)
                .map(ReservationStatus::key)
                .toList();
        new ChangeJob(Messages.RetryHandler_job, _ -> retry(list.reservations(), keys))
                .then(list::refreshLater)
                .start();
        return null;
    }

    private static void retry(Reservations reservations, List<PortKey> keys) throws ReservationException {
        for (PortKey key : keys) {
            reservations.retry(key);
        }
    }
}
