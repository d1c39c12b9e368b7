// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.time.ZoneId;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ui.internal.run.OutputPane;
import org.portio.reservation.ui.internal.run.ProgramRuns;
import org.portio.ui.KeyText;
import org.portio.ui.Refreshable;
import org.portio.ui.UiThread;
import org.portio.ui.VisibilityListener;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/** The ports that are kept, and how each of them stands, live. */
public final class ReservationsView extends ViewPart implements TablePart, Refreshable {

    private static final int[] WEIGHTS = {3, 2};

    private IMemento memento;
    private ReservationList list;
    private RowTable<ReservationStatus> table;
    private OutputPane output;
    private Runnable stopListening;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        list = ReservationList.of(getSite());
        ProgramRuns runs = ProgramRuns.ofWorkbench();
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        table = new RowTable<>(
                sash, ReservationColumns.model(ZoneId.systemDefault(), runs::isRunning), texts(), memento);
        table.register(getSite());
        output = new OutputPane(sash);
        sash.setWeights(WEIGHTS);
        stopListening = list.onChange(this::show);
        getSite().getSelectionProvider().addSelectionChangedListener(event -> selected(runs, event.getSelection()));
        VisibilityListener.bind(this, this::setVisible);
        show(list.state());
    }

    private void setVisible(boolean visible) {
        list.look(this, visible);
        output.setVisible(visible);
    }

    private void selected(ProgramRuns runs, ISelection selection) {
        PortKey key = selection instanceof IStructuredSelection rows
                        && rows.size() == 1
                        && rows.getFirstElement() instanceof ReservationStatus row
                ? row.key()
                : null;
        output.select(key, key == null ? null : runs.log(key));
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
