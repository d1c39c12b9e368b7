// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.ZoneId;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.portio.reservation.ReservationStatus;
import org.portio.ui.UiThread;
import org.portio.ui.VisibilityListener;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/** The ports that are kept, and how each of them stands, live. */
public final class ReservationsView extends ViewPart implements TablePart, Refreshable {

    private IMemento memento;
    private ReservationList list;
    private RowTable<ReservationStatus> table;
    private Runnable stopListening;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        list = ReservationList.of(getSite());
        table = new RowTable<>(parent, ReservationColumns.model(ZoneId.systemDefault()), texts(), memento);
        table.register(getSite());
        stopListening = list.onChange(this::show);
        VisibilityListener.bind(this, visible -> list.look(this, visible));
        show(list.state());
    }

    private TableTexts texts() {
        return new TableTexts(
                Messages.ReservationsView_filterHint,
                Messages.ReservationsView_filterExamples,
                Messages.ReservationsView_loading,
                KeyText.withKey(getSite(), Messages.ReservationsView_empty, ReserveCommand.ID),
                Messages.ReservationsView_noMatch);
    }

    @Override
    public void saveState(IMemento target) {
        table.saveState(target);
    }

    @Override
    public void dispose() {
        stopListening.run();
        super.dispose();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public RowTable<ReservationStatus> table() {
        return table;
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.ReservationsView_one : NLS.bind(Messages.ReservationsView_many, rows);
    }

    @Override
    public void refresh() {
        list.refreshLater();
    }

    private void show(ReservationsState state) {
        if (state.failure() != null) {
            table.showFailure(state.failure().getMessage(), this::refresh);
        } else if (state.known()) {
            table.show(state.reservations(), ReservationColumns::colour);
        }
        UiThread.later(table.control(), () -> table.setNote(state.news(), state.news()));
    }
}
