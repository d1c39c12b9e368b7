// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.ui.internal;

import java.time.ZoneId;
import java.util.List;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.portio.feed.FeedReport;
import org.portio.feed.FeedSubscriber;
import org.portio.ui.Labels;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TableTexts;

/** Says how the feed stands: whether it runs, where, and who reads it. UI thread only. */
final class FeedPane {

    /** The width that a line of text needs at least before it is wrapped. */
    private static final int LINE = 200;

    private final IWorkbenchPartSite site;
    private final Composite control;
    private final Composite left;
    private final Link state;
    private final Text events;
    private final Text snapshots;
    private final Text key;
    private final Link keys;
    private final List<Control> ofRunning;
    private final RowTable<FeedSubscriber> subscribers;

    FeedPane(Composite parent, IWorkbenchPartSite site) {
        this.site = site;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).applyTo(control);
        left = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .margins(4, 0)
                .spacing(5, 2)
                .applyTo(left);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(left);
        state = link();
        Label eventsLabel = label(Messages.FeedPane_events);
        events = field(eventsLabel);
        Label snapshotsLabel = label(Messages.FeedPane_snapshots);
        snapshots = field(snapshotsLabel);
        Label keyLabel = label(Messages.FeedPane_key);
        key = field(keyLabel);
        ofRunning = List.of(eventsLabel, events, snapshotsLabel, snapshots, keyLabel, key);
        keys = link();
        subscribers = new RowTable<>(control, FeedColumns.subscribers(), texts(), null);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(subscribers.control());
    }

    private static TableTexts texts() {
        return new TableTexts(
                Messages.FeedPane_filterHint,
                Messages.FeedPane_filterExamples,
                Messages.FeedView_loading,
                Messages.FeedPane_nobody,
                Messages.FeedPane_noMatch);
    }

    private Link link() {
        Link link = new Link(left, SWT.WRAP);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> execute(event.text)));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .span(2, 1)
                .hint(LINE, SWT.DEFAULT)
                .applyTo(link);
        return link;
    }

    private Label label(String text) {
        Label label = new Label(left, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().applyTo(label);
        return label;
    }

    /** Makes a field that can be copied from. */
    private Text field(Label label) {
        Text text = new Text(left, SWT.READ_ONLY | SWT.BORDER);
        Labels.connect(label, text);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private void execute(String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            ILog.of(FeedPane.class).error(e.getMessage(), e);
        }
    }

    Composite control() {
        return control;
    }

    void show(FeedState latest) {
        FeedReport report = latest.report();
        set(state, FeedText.state(report, ZoneId.systemDefault()));
        set(keys, FeedText.keys(latest));
        hide(keys, report == null);
        showAddresses(report != null && report.isRunning() ? report : null);
        control.layout(true, true);
    }

    /** Shows where the feed is, and who is connected; null if it does not run. */
    private void showAddresses(FeedReport running) {
        ofRunning.forEach(one -> hide(one, running == null));
        hide(subscribers.control(), running == null);
        GridLayoutFactory.fillDefaults()
                .numColumns(running == null ? 1 : 2)
                .equalWidth(true)
                .applyTo(control);
        if (running != null) {
            set(events, running.status().events().toString());
            set(snapshots, running.status().snapshots().toString());
            set(key, running.status().plain() ? Messages.FeedPane_plain : running.key());
            subscribers.show(running.subscribers(), _ -> null);
        }
    }

    private static void hide(Control one, boolean isHidden) {
        one.setVisible(!isHidden);
        ((GridData) one.getLayoutData()).exclude = isHidden;
    }

    private static void set(Link link, String text) {
        if (!text.equals(link.getText())) {
            link.setText(text);
        }
    }

    /** Leaves a selection alone as long as the text is the same. */
    private static void set(Text field, String text) {
        if (!text.equals(field.getText())) {
            field.setText(text);
        }
    }
}
