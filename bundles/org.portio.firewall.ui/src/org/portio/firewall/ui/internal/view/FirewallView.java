// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.time.InstantSource;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.FirewallNote;
import org.portio.firewall.ui.internal.FirewallState;
import org.portio.firewall.ui.internal.FirewallWatch;
import org.portio.firewall.ui.internal.Messages;
import org.portio.firewall.ui.internal.Ticker;
import org.portio.ui.UiThread;
import org.portio.ui.VisibilityListener;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/** The ports that PortIO has blocked, live. */
public final class FirewallView extends ViewPart implements TablePart {

    private static final TableTexts TEXTS = new TableTexts(
            Messages.FirewallView_filterHint,
            Messages.FirewallView_filterExamples,
            Messages.FirewallView_loading,
            Messages.FirewallView_empty,
            Messages.FirewallView_noMatch);

    private IMemento memento;
    private BlockList list;
    private RowTable<Block> table;
    private FirewallWatch watch;
    private Runnable stopListening;
    private Runnable stopWatching;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        list = BlockList.of(getSite());
        table = new RowTable<>(parent, BlockColumns.model(InstantSource.system()), TEXTS, memento);
        table.register(getSite());
        watch = FirewallWatch.of(getSite());
        stopListening = list.onChange(this::show);
        stopWatching = watch.onHealed(_ -> show(list.state()));
        // What the system counts is asked for at the rate of the list.
        VisibilityListener.bind(this, new Ticker(() -> showRows(list.latest()))::setVisible);
        show(list.state());
    }

    @Override
    public void saveState(IMemento target) {
        table.saveState(target);
    }

    @Override
    public void dispose() {
        stopListening.run();
        stopWatching.run();
        super.dispose();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public RowTable<Block> table() {
        return table;
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.FirewallView_one : NLS.bind(Messages.FirewallView_many, rows);
    }

    void refresh() {
        list.refreshLater();
    }

    private void show(FirewallState state) {
        showRows(state);
        UiThread.later(
                table.control(),
                () -> table.setNote(FirewallNote.text(state, watch.healed()), FirewallNote.more(state)));
    }

    private void showRows(FirewallState state) {
        if (state.failure() != null) {
            table.showFailure(state.failure().getMessage(), list::refreshLater);
        } else if (state.backend() != null) {
            table.show(state.blocks(), _ -> null);
        }
    }
}
