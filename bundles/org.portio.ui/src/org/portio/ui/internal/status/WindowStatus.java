// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.status;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.system.Printable;
import org.portio.core.system.Subscription;
import org.portio.ui.Labels;
import org.portio.ui.LivePart;
import org.portio.ui.ShownMoment;
import org.portio.ui.TimeText;
import org.portio.ui.UiThread;
import org.portio.ui.internal.Messages;
import org.portio.ui.internal.status.StatusItem.Kind;
import org.portio.ui.table.RowCounts;
import org.portio.ui.table.TablePart;

/**
 * The status of a window: follows its parts, and puts what they know into one label. UI thread, unless a method says
 * otherwise.
 */
public final class WindowStatus implements IPartListener2 {

    private static final String KEY = WindowStatus.class.getName();
    private static final int NEWS_MILLIS = 20_000;
    /** The time within which the views that a start restores begin to tell. */
    private static final int PATIENCE_MILLIS = 1_000;

    private final IWorkbenchWindow window;
    private final Label label;
    private final Pause pause;
    /** The subscription that ends the following of each part. */
    private final Map<IWorkbenchPart, Subscription> followed = new HashMap<>();

    private List<StatusItem> summary = List.of();
    private int sockets = -1;
    private String news = "";
    private String kept = "";
    private String details = "";

    /** Fills this status line of the platform until it is disposed. */
    public static void showIn(IWorkbenchWindow window, Composite statusLine) {
        WindowStatus status = new WindowStatus(window, statusLine);
        window.getPartService().addPartListener(status);
    }

    private WindowStatus(IWorkbenchWindow window, Composite statusLine) {
        this.window = window;
        label = new Label(statusLine, SWT.NONE);
        statusLine.getShell().setData(KEY, this);
        pause = new Pause(window, this::show);
        statusLine.setLayout(new StatusLayout(label));
        label.addListener(SWT.Resize, _ -> show());
        label.addListener(SWT.MouseUp, _ -> endNews());
        label.addDisposeListener(_ -> dispose());
        label.getDisplay().timerExec(PATIENCE_MILLIS, this::lookOnce);
    }

    /** Counts the sockets once if no view follows them, as after a start that restores other views. */
    private void lookOnce() {
        if (label.isDisposed() || sockets >= 0 || isAnyLivePartVisible()) {
            return;
        }
        ConnectionMonitor monitor = window.getService(ConnectionMonitor.class);
        if (monitor != null) {
            Job.createSystem("Count the sockets", (ICoreRunnable) _ -> lookOnce(monitor))
                    .schedule();
        }
    }

    private void lookOnce(ConnectionMonitor monitor) {
        try {
            refreshed(monitor.snapshot());
        } catch (ConnectionException e) {
            ILog.of(WindowStatus.class).error(e.getMessage(), e);
        }
    }

    private boolean isAnyLivePartVisible() {
        return followed.keySet().stream()
                .anyMatch(part ->
                        part instanceof LivePart && part.getSite().getPage().isPartVisible(part));
    }

    /** Returns the one of the window with this shell; empty if it has no status line. */
    public static Optional<WindowStatus> of(Shell shell) {
        return shell.getData(KEY) instanceof WindowStatus status ? Optional.of(status) : Optional.empty();
    }

    /** Shows this before all else for a while. */
    public void tell(String sentence) {
        if (label.isDisposed()) {
            return;
        }
        String told = Printable.of(sentence.replace('\n', ' '));
        news = told;
        show();
        label.getDisplay().timerExec(NEWS_MILLIS, () -> {
            if (news == told) { // not the same told anew, which stays for a while of its own
                endNews();
            }
        });
    }

    /** A click does so, too, for whoever wants to see what they hide. */
    private void endNews() {
        news = "";
        show();
    }

    /** Shows this after all else from now on, with the details in the tooltip. */
    public void keep(String words, String more) {
        kept = Printable.of(words);
        details = Printable.of(more);
        show();
    }

    private void dispose() {
        pause.dispose();
        window.getPartService().removePartListener(this);
        followed.values().forEach(Subscription::close);
        followed.clear();
    }

    @Override
    public void partOpened(IWorkbenchPartReference reference) {
        follow(reference.getPart(false));
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        follow(reference.getPart(false));
        show();
    }

    @Override
    public void partHidden(IWorkbenchPartReference reference) {
        show();
    }

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
        show();
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        Subscription end = followed.remove(reference.getPart(false));
        if (end != null) {
            end.close();
        }
    }

    private void follow(IWorkbenchPart part) {
        if (part != null && !followed.containsKey(part)) {
            List<Subscription> ends = new ArrayList<>();
            if (part instanceof LivePart live) {
                ends.add(live.live().onRefresh(this::refreshed));
            }
            if (part instanceof TablePart table) {
                ends.add(table.table().onCounts(this::show));
            }
            followed.put(part, () -> ends.forEach(Subscription::close));
        }
    }

    /** Takes in a snapshot, on any thread. */
    private void refreshed(Snapshot snapshot) {
        List<StatusItem> items = StatusItems.of(snapshot, ZoneId.systemDefault());
        UiThread.later(label, () -> {
            summary = items;
            sockets = snapshot.connections().size();
            show();
        });
    }

    private void show() {
        if (label.isDisposed()) {
            return;
        }
        List<StatusItem> items = items();
        String all = StatusItems.join(items);
        GC gc = new GC(label);
        String line = StatusItems.fit(items, label.getSize().x, text -> gc.textExtent(text).x);
        gc.dispose();
        String shown = Labels.shown(line);
        if (!shown.equals(label.getText())) {
            label.setText(shown);
        }
        String tip = Labels.shown(all) + (details.isEmpty() ? "" : "\n" + Labels.shown(details));
        // A tool tip that changes under the pointer goes away.
        if (label.getDisplay().getCursorControl() != label && !tip.equals(label.getToolTipText())) {
            label.setToolTipText(tip);
        }
    }

    private List<StatusItem> items() {
        List<StatusItem> items = new ArrayList<>();
        if (!news.isEmpty()) {
            items.add(new StatusItem(news, Kind.NEWS));
        }
        if (pause.isOn()) {
            items.add(new StatusItem(pausedText(), Kind.PAUSED));
        }
        IWorkbenchPart active = window.getPartService().getActivePart();
        IWorkbenchPart live = visibleList();
        if (active instanceof TablePart table && active != live) {
            addCounts(items, table);
        }
        if (live instanceof TablePart table) {
            addCounts(items, table);
        } else if (sockets >= 0) {
            items.add(new StatusItem(Messages.sockets(sockets), Kind.COUNT));
        }
        items.addAll(summary);
        if (!kept.isEmpty()) {
            items.add(new StatusItem(kept, Kind.PAUSED));
        }
        return items;
    }

    private String pausedText() {
        ShownMoment moment = window.getService(ShownMoment.class);
        return Optional.ofNullable(moment)
                .flatMap(ShownMoment::past)
                .map(past -> NLS.bind(Messages.Status_past, TimeText.moment(past.time(), ZoneId.systemDefault())))
                .orElse(Messages.Status_paused);
    }

    /** Returns the part with the list of sockets, if it can be seen; one that cannot is not refreshed. */
    private IWorkbenchPart visibleList() {
        return followed.keySet().stream()
                .filter(part -> part instanceof LivePart && part instanceof TablePart)
                .filter(part -> part.getSite().getPage().isPartVisible(part))
                .findFirst()
                .orElse(null);
    }

    private static void addCounts(List<StatusItem> items, TablePart part) {
        RowCounts counts = part.table().counts();
        if (counts == null) {
            return;
        }
        String total = part.counted(counts.total());
        String text = counts.shown() == counts.total() ? total : NLS.bind(Messages.Status_shown, counts.shown(), total);
        items.add(new StatusItem(text, Kind.COUNT));
        if (counts.selected() > 0) {
            items.add(new StatusItem(NLS.bind(Messages.Status_selected, counts.selected()), Kind.SELECTED));
        }
    }
}
