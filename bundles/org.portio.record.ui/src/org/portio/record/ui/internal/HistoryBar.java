// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.Retention;
import org.portio.record.ui.internal.chart.TimeRange;
import org.portio.record.ui.internal.source.Keeping;
import org.portio.record.ui.internal.source.Past;
import org.portio.ui.Labels;
import org.portio.ui.list.ChangeJob;

/** The line above the chart: how far the view looks back, what is selected, and what is kept of the past. UI thread only. */
final class HistoryBar {

    /** A choice of how far to look back; null for everything. */
    private record Reach(String title, Duration time) {}

    private static final List<Reach> REACHES = List.of(
            new Reach(Messages.HistoryBar_quarter, Duration.ofMinutes(15)),
            new Reach(Messages.HistoryBar_hour, Duration.ofHours(1)),
            new Reach(Messages.HistoryBar_sixHours, Duration.ofHours(6)),
            new Reach(Messages.HistoryBar_day, Duration.ofDays(1)),
            new Reach(Messages.HistoryBar_week, Duration.ofDays(7)),
            new Reach(Messages.HistoryBar_all, null));

    private static final String PREFERENCES = "org.portio.record.ui.preferences";
    private static final int MEGABYTE = 1_000_000;

    private final Past past;
    private final Composite control;
    private final Combo reach;
    private final Label range;
    private final Link clear;
    private final Link live;
    private final Link keeping;
    private Runnable remedy = this::openPreferences;

    HistoryBar(Composite parent, Past past, Consumer<Duration> onReach, Runnable onClear, Runnable onLive) {
        this.past = past;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(4, 2).applyTo(control);
        Label label = new Label(control, SWT.NONE);
        label.setText(Messages.HistoryBar_show);
        reach = new Combo(control, SWT.READ_ONLY);
        Labels.connect(label, reach);
        REACHES.forEach(one -> reach.add(one.title()));
        reach.select(0);
        reach.addSelectionListener(SelectionListener.widgetSelectedAdapter(
                _ -> onReach.accept(REACHES.get(reach.getSelectionIndex()).time())));
        range = new Label(control, SWT.NONE);
        clear = new Link(control, SWT.NONE);
        clear.setText(Messages.HistoryBar_clear);
        clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> onClear.run()));
        live = new Link(control, SWT.NONE);
        live.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> onLive.run()));
        keeping = new Link(control, SWT.NONE);
        keeping.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> remedy.run()));
        GridDataFactory.swtDefaults()
                .align(SWT.END, SWT.CENTER)
                .grab(true, false)
                .applyTo(keeping);
        showRange(null);
        showMoment(null);
    }

    Composite control() {
        return control;
    }

    Duration reach() {
        return REACHES.get(reach.getSelectionIndex()).time();
    }

    /** Says which part is shown; null for all. */
    void showRange(TimeRange part) {
        range.setText(
                part == null
                        ? ""
                        : NLS.bind(
                                Messages.HistoryBar_range,
                                PastText.inSentence(part.from()),
                                PastText.inSentence(part.until())));
        show(range, part != null);
        show(clear, part != null);
        control.layout();
    }

    /** Says which moment all views show; null for the present. */
    void showMoment(Instant time) {
        live.setText(time == null ? "" : NLS.bind(Messages.HistoryBar_moment, PastText.inSentence(time)));
        show(live, time != null);
        control.layout();
    }

    private static void show(Control one, boolean isShown) {
        one.setVisible(isShown);
        GridDataFactory.swtDefaults().exclude(!isShown).applyTo(one);
    }

    /** Says what is kept of the past, with a link to what can be done about it. */
    void show(Keeping kept) {
        Retention retention = kept.position().retention();
        String text;
        if (!kept.failure().isEmpty()) {
            text = Labels.line(kept.failure());
        } else if (kept.isRecorded()) {
            text = NLS.bind(Messages.HistoryBar_recorded, retention.time().toHours(), retention.bytes() / MEGABYTE);
            remedy = this::openPreferences;
        } else if (kept.position().isOn()) {
            text = Messages.HistoryBar_noKeeper;
            remedy = () -> record(kept.position());
        } else {
            text = kept.recent().isZero()
                    ? Messages.HistoryBar_nothing
                    : NLS.bind(Messages.HistoryBar_recent, kept.recent().toMinutes());
            remedy = () -> ask(retention);
        }
        if (!text.equals(keeping.getText())) {
            keeping.setText(text);
            keeping.setToolTipText(text.replaceAll("<[^>]*>", ""));
            control.layout();
        }
    }

    private void openPreferences() {
        PreferencesUtil.createPreferenceDialogOn(control.getShell(), PREFERENCES, null, null)
                .open();
    }

    /** Says what would be kept before it is. */
    private void ask(Retention retention) {
        String details =
                NLS.bind(Messages.HistoryBar_confirmDetails, retention.time().toHours(), retention.bytes() / MEGABYTE);
        int answer = MessageDialog.open(
                MessageDialog.QUESTION,
                control.getShell(),
                Messages.HistoryBar_title,
                Messages.HistoryBar_confirm + "\n\n" + details,
                SWT.NONE,
                Messages.HistoryBar_record,
                Messages.HistoryBar_cancel);
        if (answer == 0) {
            record(new Position(true, retention));
        }
    }

    private void record(Position position) {
        new ChangeJob(Messages.HistoryBar_job, _ -> past.set(position)).start();
    }
}
