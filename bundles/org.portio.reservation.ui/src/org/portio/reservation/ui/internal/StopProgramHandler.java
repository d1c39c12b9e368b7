// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.run.ProgramRuns;
import org.portio.ui.list.SelectedRows;

/** Asks the programs of the selected ports to end that this workbench runs. */
public final class StopProgramHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        SelectedRows.of(event, ReservationStatus.class)
                .forEach(row -> ProgramRuns.ofWorkbench().stop(row.key()));
        return null;
    }
}
