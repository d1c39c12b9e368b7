// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.runtime.ILog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.event.EventSource;
import org.portio.core.process.Processes;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.HistorySwitch;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.Question;
import org.portio.record.RecordException;

/**
 * The past as this window knows it: what the keeper has recorded on the disk, and what the window itself keeps in memory
 * while nobody records. From any thread.
 */
@Component(service = Past.class)
public final class Past {

    private final List<EventSource> sources = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Look look = new Look(this);
    private ConnectionMonitor monitor;
    private Processes processes;
    private Keeper keeper;
    private History recorded;
    private RecentRecorder recent;
    private volatile Keeping keeping = Keeping.UNKNOWN;

    @Reference
    void setMonitor(ConnectionMonitor service) {
        monitor = service;
    }

    @Reference
    void setProcesses(Processes service) {
        processes = service;
    }

    @Reference
    void setKeeper(Keeper service) {
        keeper = service;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(EventSource source) {
        sources.add(source);
    }

    void removeSource(EventSource source) {
        sources.remove(source);
    }

    @Activate
    void begin() {
        look.schedule();
    }

    @Deactivate
    void end() {
        look.end();
        keepRecent(Duration.ZERO, null);
    }

    private static Path folder() {
        return Histories.folder(Places.ofSystem());
    }

    /** Returns whether a process records on the disk. */
    static boolean isRecorded() throws RecordException {
        return Histories.state(folder()).isRecorded();
    }

    /**
     * Returns the position of the switch for recording always. Not for the UI thread.
     *
     * @throws RecordException if it cannot be read; the message says what to do
     */
    public Position position() throws RecordException {
        return historySwitch().position();
    }

    private static HistorySwitch historySwitch() {
        return HistorySwitch.of(Places.ofSystem(), aside -> ILog.of(Past.class).warn(aside.text()));
    }

    /** Keeps this much of the past in memory from now on; zero for none, which forgets what was kept. */
    RecordException keepRecent(Duration time, RecordException earlier) {
        RecentRecorder before = recent;
        if (before != null && !before.time().equals(time)) {
            recent = null;
            before.close();
        }
        if (recent == null && time.isPositive()) {
            try {
                Path actions = Places.ofSystem().state();
                recent = RecentRecorder.begin(time, monitor, List.copyOf(sources), processes, actions);
            } catch (RecordException e) {
                return e;
            }
        }
        return earlier;
    }

    void tell(Keeping now) {
        if (!now.equals(keeping)) {
            keeping = now;
            listeners.forEach(Runnable::run);
        }
    }

    /** Returns what is kept, as it was found a few seconds ago. */
    public Keeping keeping() {
        return keeping;
    }

    /** Tells, on some thread, when what is kept has changed, until the result is closed. */
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Finds out soon what is kept, as something has changed. */
    public void lookAgain() {
        look.schedule();
    }

    /**
     * Switches the recording on or off; what was recorded stays. If it is on, a keeper is started.
     *
     * @throws RecordException if the switch cannot be set; the message says what to do
     * @throws KeeperException if no keeper can be started; the message says what to do
     */
    public void set(Position wanted) throws RecordException, KeeperException {
        historySwitch().set(wanted);
        if (wanted.isOn()) {
            keeper.start();
        }
        lookAgain();
    }

    /**
     * Answers a question. Not for the UI thread.
     *
     * @throws RecordException if what is kept cannot be read; the message says what to do
     */
    public Told ask(Question question) throws RecordException {
        RecentRecorder memory = recent;
        return new Told(
                recorded().ask(question),
                memory == null ? Told.NOTHING : memory.history().ask(question));
    }

    /**
     * Returns the sockets of a moment; empty if nobody watched just then. Not for the UI thread.
     *
     * @throws RecordException if what is kept cannot be read; the message says what to do
     */
    public Optional<Snapshot> at(Instant time) throws RecordException {
        return PastSnapshot.of(ask(Question.between(time, time)), time);
    }

    private synchronized History recorded() {
        if (recorded == null) {
            try {
                recorded = Histories.in(folder(), aside -> ILog.of(Past.class).warn(aside.text()));
            } catch (NoHomeException _) {
                recorded = Histories.inMemory(Duration.ofMinutes(1));
            }
        }
        return recorded;
    }
}
