// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.core.Places;
import org.portio.reservation.ReservationStatus;

/** Runs the program that the selected port is kept for. */
public final class RunHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        ReservationList list = ReservationList.of(HandlerUtil.getActiveWorkbenchWindowChecked(event));
        Selected.of(event, ReservationStatus.class).stream()
                .filter(ReservationTester::canRun)
                .map(row ->
                        new RunJob(list, row.reservation(), Places.ofSystem().state()))
                .forEach(RunJob::schedule);
        return null;
    }
}
