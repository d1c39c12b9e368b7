// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.time.ZoneId;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.portio.core.system.Subscription;
import org.portio.feed.PublishedEvent;
import org.portio.ui.UiThread;
import org.portio.ui.list.ListViewPart;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TableTexts;

/** The keeper's feed: the newest events as they are published, and below them where it is, and who reads it. */
public final class FeedView extends ListViewPart<PublishedEvent> {

    private static final String PAUSE = "org.portio.ui.pause";

    @Override
    protected FeedList list() {
        return FeedList.of(getSite());
    }

    @Override
    protected TableModel<PublishedEvent> model() {
        return FeedColumns.events(ZoneId.systemDefault());
    }

    @Override
    protected TableTexts texts() {
        return new TableTexts(
                Messages.FeedView_filterHint,
                Messages.FeedView_filterExamples,
                Messages.FeedView_loading,
                Messages.FeedView_empty,
                Messages.FeedView_noMatch);
    }

    @Override
    protected void createDetails(SashForm parent) {
        FeedList list = list();
        FeedPane pane = new FeedPane(parent, getSite());
        pane.show(list.latest());
        Subscription changes = list.onChange(_ -> UiThread.later(pane.control(), () -> pane.show(list.latest())));
        State pause =
                getSite().getService(ICommandService.class).getCommand(PAUSE).getState(RegistryToggleState.STATE_ID);
        IStateListener listener = (_, _) -> list.setPaused(Boolean.TRUE.equals(pause.getValue()));
        pause.addListener(listener);
        listener.handleStateChange(pause, null);
        pane.control().addDisposeListener(_ -> {
            changes.close();
            pause.removeListener(listener);
        });
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.FeedView_one : NLS.bind(Messages.FeedView_many, rows);
    }
}
