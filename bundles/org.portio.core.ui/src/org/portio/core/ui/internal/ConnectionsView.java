// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.process.Processes;
import org.portio.core.system.Subscription;
import org.portio.core.ui.internal.field.LifeColumns;
import org.portio.core.ui.internal.look.ConnectionLook;
import org.portio.core.ui.internal.measure.LiveMeasurements;
import org.portio.core.ui.internal.measure.SeenTable;
import org.portio.core.ui.internal.name.HostNames;
import org.portio.core.ui.internal.namespace.NamespaceScope;
import org.portio.core.ui.internal.namespace.SeenNamespaces;
import org.portio.core.ui.internal.properties.ConnectionProperties;
import org.portio.core.ui.internal.recognition.RecognizedColumn;
import org.portio.ui.FailureText;
import org.portio.ui.LivePart;
import org.portio.ui.LiveRefresh;
import org.portio.ui.ShownMoment;
import org.portio.ui.UiThread;
import org.portio.ui.table.RowTable;
import org.portio.ui.table.TableModel;
import org.portio.ui.table.TablePart;
import org.portio.ui.table.TableTexts;

/** Every connection of this machine in a live table. */
public final class ConnectionsView extends ViewPart implements LivePart, TablePart, SnapshotPart, LiveRefresh.Listener {

    private static final TableTexts TEXTS = new TableTexts(
            Messages.ConnectionsView_filterHint,
            Messages.ConnectionsView_filterExamples,
            Messages.ConnectionsView_loading,
            Messages.ConnectionsView_empty,
            Messages.ConnectionsView_noMatch);

    /** A snapshot with what is said about it: counting sockets is not for the UI thread. */
    private record Seen(Snapshot snapshot, String note) {

        Seen(Snapshot snapshot) {
            this(snapshot, UnseenText.of(snapshot));
        }
    }

    private static final long CLOSED_MILLIS = 1_000;

    private final PortServices services = new PortServices();
    private final ClosedRows closed = new ClosedRows();
    private final LifeColumns lives = new LifeColumns();
    private final Job dropClosed = Job.createSystem("Drop closed connections", (ICoreRunnable) _ -> showRows());
    private IMemento memento;
    private OptionStates options;
    private NamespaceScope scope;
    private RowTable<Connection> table;
    private LiveRefresh live;
    private Subscription subscription;
    private Subscription named;
    private RecognizedColumn recognized;
    private ContributedColumns contributed;
    private HostNames names;
    private LiveMeasurements measurements;
    private ConnectionLook look;
    private ConnectionProperties properties;
    private volatile Seen seen;
    private volatile boolean paused;
    private volatile int closedRows;

    @Override
    public void init(IViewSite site, IMemento savedState) throws PartInitException {
        super.init(site, savedState);
        memento = savedState;
    }

    @Override
    public void createPartControl(Composite parent) {
        contributed =
                Objects.requireNonNullElseGet(getSite().getService(ContributedColumns.class), ContributedColumns::new);
        Processes processes = Objects.requireNonNullElseGet(getSite().getService(Processes.class), Processes::ofSystem);
        ConnectionMonitor monitor = Objects.requireNonNullElseGet(
                getSite().getService(ConnectionMonitor.class), () -> ConnectionMonitor.over(List.of()));
        ShownMoment moment = Objects.requireNonNullElseGet(getSite().getService(ShownMoment.class), ShownMoment::new);
        BooleanSupplier isPast = () -> moment.past().isPresent();
        recognized = new RecognizedColumn(processes, this::showRows);
        measurements = new LiveMeasurements(monitor, SeenTable.of(() -> !paused, () -> table, this::showRows), isPast);
        names = Objects.requireNonNullElseGet(getSite().getService(HostNames.class), HostNames::new);
        scope = new NamespaceScope(getSite().getService(ICommandService.class), this::scopeChanged);
        table = new RowTable<>(parent, model(), TEXTS, memento);
        table.register(getSite());
        look = new ConnectionLook(table.control(), table::restyle, this::showRows);
        named = names.onChange(this::showRows);
        subscription = contributed.onChange(() -> UiThread.later(table.control(), () -> table.setModel(model())));
        options = new OptionStates(getSite().getService(ICommandService.class), this::showRows);
        properties = new ConnectionProperties(
                monitor, processes, services::name, closed::closed, isPast, () -> live.refreshNow());
        live = LiveRefresh.of(this, this);
        live.setAllNamespaces(!scope.isOwn());
    }

    private TableModel<Connection> model() {
        return ConnectionColumns.model(services, recognized, measurements, names, contributed, !scope.isOwn())
                .asking(lives.columns());
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        if (type == SeenNamespaces.class) {
            return type.cast((SeenNamespaces) () -> scope.others(recognized::containerNames));
        }
        return type == IPropertySheetPage.class ? type.cast(properties.page()) : super.getAdapter(type);
    }

    /** Shows the columns that tell the namespaces apart as long as there is more than one. */
    private void scopeChanged() {
        live.setAllNamespaces(!scope.isOwn());
        table.setModel(model());
        showRows();
    }

    @Override
    public void saveState(IMemento target) {
        table.saveState(target);
    }

    @Override
    public void dispose() {
        dropClosed.cancel();
        subscription.close();
        named.close();
        measurements.end();
        recognized.dispose();
        options.dispose();
        scope.dispose();
        super.dispose();
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    @Override
    public LiveRefresh live() {
        return live;
    }

    @Override
    public RowTable<Connection> table() {
        return table;
    }

    /** Returns the rows of the latest snapshot that are shown, in their order: what is saved is what is seen and there. */
    @Override
    public Snapshot shownSnapshot() {
        Seen current = seen;
        return current == null ? null : current.snapshot().with(closed.without(table.shownRows()));
    }

    @Override
    public String preferredFormat() {
        return "csv";
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        if (seen == null) {
            services.loadNamesOfSystem();
        }
        closed.refreshed(snapshot.time(), delta);
        lives.refreshed(snapshot, delta);
        scope.seen(snapshot);
        look.refreshed(snapshot, delta);
        measurements.refreshed(snapshot, delta);
        seen = new Seen(snapshot);
        properties.refreshed(snapshot);
        showRows();
        UiThread.later(table.control(), this::showNote);
    }

    @Override
    public void failed(ConnectionException failure) {
        table.showFailure(FailureText.of(failure), () -> live.refreshNow());
    }

    @Override
    public void paused(boolean isPaused) {
        // What is shown stays, closed connections as well; the status line says that it is paused.
        paused = isPaused;
        showRows();
    }

    @Override
    public String counted(int rows) {
        int gone = Math.min(closedRows, rows);
        int there = rows - gone;
        String text =
                there == 1 ? Messages.ConnectionsView_oneSocket : NLS.bind(Messages.ConnectionsView_sockets, there);
        return gone == 0 ? text : NLS.bind(Messages.ConnectionsView_andClosed, text, gone);
    }

    private void showRows() {
        Seen current = seen;
        if (current == null) {
            return;
        }
        Set<ConnectionOption> by = options.get();
        Instant now = paused ? current.snapshot().time() : Instant.now();
        List<Connection> gone = closed.rows(options.keepClosed(), now);
        List<Connection> rows = Stream.concat(current.snapshot().connections().stream(), gone.stream())
                .filter(connection -> ConnectionOption.accept(by, connection) && scope.shows(connection))
                .toList();
        closedRows = gone.size();
        lives.closed(closed.times());
        ConnectionLook.Moment moment = new ConnectionLook.Moment(
                by.contains(ConnectionOption.HIGHLIGHT), closed.times(), paused ? () -> now : InstantSource.system());
        table.show(rows, current.snapshot().connections().size() + gone.size(), look.of(moment));
        if (!gone.isEmpty() && !paused) {
            dropClosed.schedule(CLOSED_MILLIS);
        }
    }

    private void showNote() {
        Seen current = seen;
        if (current != null) {
            table.setNote(current.note(), current.note());
        }
    }
}
