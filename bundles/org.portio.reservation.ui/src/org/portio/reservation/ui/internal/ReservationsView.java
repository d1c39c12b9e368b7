// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.run.OutputPane;
import org.portio.reservation.ui.internal.run.ProgramRuns;
import org.portio.ui.KeyText;
import org.portio.ui.TimeText;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The ports that are kept, and how each of them stands, live. */
public final class ReservationsView extends ListViewPart<ReservationStatus> {

    private final ProgramRuns runs = ProgramRuns.ofWorkbench();
    private OutputPane output;

    @Override
    protected ReservationList list() {
        return ReservationList.of(getSite());
    }

    @Override
    protected TableModel<ReservationStatus> model() {
        return ReservationColumns.model(ZoneId.systemDefault(), runs::isRunning);
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.ReservationsView_filterHint,
                Messages.ReservationsView_filterExamples,
                Messages.ReservationsView_loading,
                KeyText.withKey(getSite(), Messages.ReservationsView_empty, ReserveCommand.ID),
                Messages.ReservationsView_noMatch);
    }

    @Override
    protected void createDetails(SashForm parent) {
        output = new OutputPane(parent);
    }

    @Override
    protected boolean wasThere(ReservationStatus row, Instant time) {
        return !row.reservation().since().isAfter(time);
    }

    @Override
    protected String noteOfPast(Instant time) {
        return NLS.bind(Messages.ReservationsView_past, TimeText.moment(time, ZoneId.systemDefault()));
    }

    @Override
    protected void setVisible(boolean visible) {
        super.setVisible(visible);
        output.setVisible(visible);
    }

    @Override
    protected void selected(ReservationStatus row) {
        PortKey key = row == null ? null : row.key();
        output.select(key, key == null ? null : runs.log(key));
    }

    @Override
    protected String colour(ReservationStatus row) {
        return ReservationColumns.colour(row);
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.ReservationsView_one : NLS.bind(Messages.ReservationsView_many, rows);
    }
}
