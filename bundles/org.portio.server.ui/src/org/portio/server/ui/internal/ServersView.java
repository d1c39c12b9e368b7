// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.portio.server.ServerStatus;
import org.portio.ui.KeyText;
import org.portio.ui.Refreshable;
import org.portio.ui.UiThread;
import org.portio.ui.VisibilityListener;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/** The temporary servers with their clients, live, and below them what the clients of the selected one did. */
public final class ServersView extends ViewPart implements TablePart, Refreshable {

    private static final int[] WEIGHTS = {3, 2};

    private IMemento memento;
    private ServerList list;
    private ServerWatch watch;
    private RowTable<ServerStatus> table;
    private TranscriptPane transcript;
    private ServerKey selected;
    private Runnable stopListening;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        list = ServerList.of(getSite());
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        table = new RowTable<>(sash, ServerColumns.model(ZoneId.systemDefault()), texts(), memento);
        table.register(getSite());
        transcript = new TranscriptPane(sash, getSite());
        sash.setWeights(WEIGHTS);
        stopListening = list.onChange(this::show);
        watch = new ServerWatch(list, this::showTranscript);
        getSite().getSelectionProvider().addSelectionChangedListener(this::selected);
        VisibilityListener.bind(this, watch::setVisible);
        show(list.state());
    }

    private TableTexts texts() {
        return new TableTexts(
                Messages.ServersView_filterHint,
                Messages.ServersView_filterExamples,
                Messages.ServersView_loading,
                KeyText.withKey(getSite(), Messages.ServersView_empty, StartServerHandler.ID),
                Messages.ServersView_noMatch);
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
    public RowTable<ServerStatus> table() {
        return table;
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.ServersView_one : NLS.bind(Messages.ServersView_many, rows);
    }

    @Override
    public void refresh() {
        watch.refreshNow();
    }

    private void show(ServersState state) {
        if (state.failure() != null) {
            table.showFailure(state.failure().getMessage(), this::refresh);
        } else if (state.known()) {
            table.show(state.servers(), _ -> null);
        }
    }

    private void selected(SelectionChangedEvent event) {
        ServerKey now = event.getSelection() instanceof IStructuredSelection rows
                        && rows.size() == 1
                        && rows.getFirstElement() instanceof ServerStatus server
                ? ServerKey.of(server)
                : null;
        // The selection is told anew with each refresh, too.
        if (!Objects.equals(now, selected)) {
            selected = now;
            transcript.show(new ServerWatch.Transcript(now, List.of()));
            watch.select(now);
        }
    }

    /** From the job that watches; one that was asked for before another server was selected comes too late. */
    private void showTranscript(ServerWatch.Transcript latest) {
        UiThread.later(table.control(), () -> {
            if (Objects.equals(latest.server(), selected)) {
                transcript.show(latest);
            }
        });
    }
}
