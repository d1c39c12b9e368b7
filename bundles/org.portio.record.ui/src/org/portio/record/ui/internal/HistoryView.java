// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.time.Duration;
import java.time.Instant;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.portio.core.ConnectionException;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.system.Subscription;
import org.portio.record.RecordException;
import org.portio.record.SocketFilter;
import org.portio.record.ui.internal.HistoryRow.Candidate;
import org.portio.record.ui.internal.PastReader.Page;
import org.portio.record.ui.internal.chart.RangeListener;
import org.portio.record.ui.internal.chart.TimeRange;
import org.portio.record.ui.internal.chart.Timeline;
import org.portio.record.ui.internal.chart.TimelineChart;
import org.portio.record.ui.internal.source.Past;
import org.portio.ui.FailureText;
import org.portio.ui.LiveRefresh;
import org.portio.ui.Refreshable;
import org.portio.ui.UiThread;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/** The past: a chart of what opened, ended and was there, and below it a table of each socket and of what PortIO did. */
public final class HistoryView extends ViewPart implements TablePart, Refreshable, LiveRefresh.Listener, RangeListener {

    static final String ID = "org.portio.record.ui.history";

    private static final TableTexts TEXTS = new TableTexts(
            Messages.HistoryView_filterHint,
            Messages.HistoryView_filterExamples,
            Messages.HistoryView_loading,
            Messages.HistoryView_empty,
            Messages.HistoryView_noMatch);

    private static final String GAP = "org.portio.record.ui.gap";
    private static final String ACT = "org.portio.record.ui.act";
    private static final int[] WEIGHTS = {1, 1};
    private static final long EVERY_MILLIS = 1_000;

    private final Reading reading = new Reading();
    private IMemento memento;
    private Past past;
    private PastReader reader;
    private HistoryBar bar;
    private TimelineChart chart;
    private RowTable<HistoryRow> table;
    private Subscription subscription;
    private GoingBack back;
    private Subscription moment;
    private volatile Span span;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        past = getSite().getService(Past.class);
        Composite all = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(all);
        if (past != null) {
            back = new GoingBack(past, getSite(), all, message -> table.setNote(message, message));
            bar = new HistoryBar(all, past, this::reach, this::clear, back::goLive);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        }
        SashForm sash = new SashForm(all, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        chart = new TimelineChart(sash, this);
        table = new RowTable<>(sash, HistoryColumns.model(), TEXTS, memento);
        table.register(getSite());
        sash.setWeights(WEIGHTS);
        if (past == null) {
            table.showFailure(Messages.HistoryView_noService, this::refresh);
        } else {
            follow();
        }
    }

    private void follow() {
        reader = new PastReader(past);
        span = Span.last(bar.reach());
        subscription = past.onChange(() -> UiThread.later(table.control(), this::showKeeping));
        showKeeping();
        moment = back.follow(this::showMoment);
        table.onFilter(this::readAnew);
        LiveRefresh.of(this, this);
        reading.schedule();
    }

    private void showMoment(Instant time) {
        bar.showMoment(time);
        chart.showMoment(time);
    }

    private void showKeeping() {
        bar.show(past.keeping());
    }

    @Override
    public void saveState(IMemento target) {
        table.saveState(target);
    }

    @Override
    public void dispose() {
        reading.cancel();
        if (subscription != null) {
            subscription.close();
            moment.close();
        }
        super.dispose();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public RowTable<HistoryRow> table() {
        return table;
    }

    @Override
    public String counted(int rows) {
        return rows == 1 ? Messages.HistoryView_one : NLS.bind(Messages.HistoryView_many, rows);
    }

    @Override
    public void refresh() {
        readAnew();
    }

    /** Something has changed on this machine: soon, it is told of the past as well. */
    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        if (!span.isSettled(Instant.now())) {
            reading.schedule(EVERY_MILLIS);
        }
    }

    @Override
    public void failed(ConnectionException failure) {
        // What is known of the past can be shown all the same.
    }

    @Override
    public void paused(boolean isPaused) {
        // What is shown stays.
    }

    private void reach(Duration reach) {
        change(Span.last(reach));
    }

    private void clear() {
        change(Span.last(span.reach()));
    }

    @Override
    public void selected(TimeRange range) {
        change(span.selecting(range));
    }

    @Override
    public void zoomed(TimeRange range) {
        change(span.zoomedTo(range));
    }

    @Override
    public void chosen(Instant time) {
        if (back != null) {
            back.goTo(time);
        }
    }

    private void change(Span next) {
        span = next;
        bar.showRange(next.selected() != null ? next.selected() : next.zoomed());
        readAnew();
    }

    private void readAnew() {
        if (past != null) {
            reading.cancel();
            reading.schedule();
        }
    }

    private void show(Page page) {
        table.show(page.rows(), HistoryView::colour);
        UiThread.later(table.control(), () -> table.setNote(HistoryNote.of(page), HistoryNote.of(page)));
    }

    private static String colour(HistoryRow row) {
        return switch (row) {
            case HistoryRow.Gap _ -> GAP;
            case HistoryRow.Done _ -> ACT;
            case HistoryRow.Life _, Candidate _ -> null;
        };
    }

    /** Reads what is known, and shows it. */
    private final class Reading extends Job {

        Reading() {
            super("Read the past");
            setSystem(true);
        }

        @Override
        protected IStatus run(IProgressMonitor progress) {
            Span read = span;
            Instant now = Instant.now();
            try {
                SocketFilter filter = SocketFilter.of(
                        table.filterText(), table.filterParts(HistoryColumns::isOfSockets), Candidate::new);
                Page page = reader.page(read, filter, now);
                if (!progress.isCanceled()) {
                    show(page);
                }
                Timeline timeline = reader.timeline(read, filter, page, now, progress::isCanceled);
                if (!progress.isCanceled()) {
                    UiThread.later(table.control(), () -> chart.show(timeline, span.selected()));
                }
            } catch (RecordException e) {
                table.showFailure(FailureText.of(e), HistoryView.this::refresh);
            }
            return Status.OK_STATUS;
        }
    }
}
