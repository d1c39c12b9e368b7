// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPart;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.system.Subscription;

/**
 * Follows the connections for one part: while it is visible and not paused, at the rate of the preferences. To be
 * called on the UI thread; its listener is called on others.
 */
public final class LiveRefresh {

    /** Receives refreshes for a part. Failures are logged before they are reported to it. */
    public interface Listener extends ConnectionListener {

        /** The user paused the refresh, or had it go on. Called on the UI thread. */
        void paused(boolean isPaused);
    }

    private final ConnectionMonitor monitor;
    private final Listener listener;
    private final LoggingListener relay;
    private RefreshRate rate;
    private Schedule subscription;
    private boolean visible;
    private boolean paused;
    private Snapshot past;
    private volatile boolean ofAllNamespaces;

    LiveRefresh(ConnectionMonitor monitor, RefreshRate rate, Listener listener) {
        this.monitor = monitor;
        this.listener = listener;
        this.rate = rate;
        relay = new LoggingListener(listener);
    }

    /** Creates one for a part that is being created, with the monitor of its site. It ends by itself when the part is closed. */
    public static LiveRefresh of(IWorkbenchPart part, Listener listener) {
        ConnectionMonitor service = part.getSite().getService(ConnectionMonitor.class);
        // A monitor without sources fails each time, and the part shows that as it shows any other failure.
        ConnectionMonitor monitor = Objects.requireNonNullElseGet(service, () -> ConnectionMonitor.over(List.of()));
        LiveRefresh live = new LiveRefresh(monitor, RefreshRate.ofPreferences(), listener);
        PartBinding.bind(part, live);
        return live;
    }

    public boolean isPaused() {
        return paused;
    }

    /**
     * Reports each snapshot, on the thread that brings it, until the result is closed. The latest is reported at once.
     */
    public Subscription onRefresh(Consumer<Snapshot> observer) {
        relay.observers.add(observer);
        if (relay.latest != null) {
            observer.accept(relay.latest);
        }
        return () -> relay.observers.remove(observer);
    }

    /** Takes a snapshot beside the schedule, even while paused. */
    public void refreshNow() {
        if (subscription != null) {
            subscription.refreshNow();
        } else {
            scheduleOnce();
        }
    }

    private void scheduleOnce() {
        Job.createSystem("Refresh connections", (ICoreRunnable) _ -> refreshOnce())
                .schedule();
    }

    void setPaused(boolean isPaused) {
        paused = isPaused;
        follow();
        listener.paused(isPaused);
    }

    /** Shows a moment of the past in place of the present; null for the present. Whoever calls it pauses the refresh as well. */
    void setPast(Snapshot moment) {
        past = moment;
        relay.past = moment;
        if (moment == null && subscription != null) {
            subscription.refreshNow(); // what came in before was left out
        }
        follow();
    }

    /** Follows the connections of all network namespaces, or again those of this one alone. */
    public void setAllNamespaces(boolean all) {
        if (all != ofAllNamespaces) {
            ofAllNamespaces = all;
            unsubscribe();
            relay.latest = null; // what it is compared with is of other namespaces
            follow();
        }
    }

    void setVisible(boolean isVisible) {
        visible = isVisible;
        follow();
    }

    void setRate(RefreshRate newRate) {
        rate = newRate;
        unsubscribe();
        follow();
    }

    private void follow() {
        if (!visible || paused) {
            unsubscribe();
        } else if (subscription == null) {
            subscription = ofAllNamespaces
                    ? monitor.subscribeToAllNamespaces(rate.interval(), relay)
                    : rate.subscribe(monitor, relay);
        }
        if (visible && paused && (relay.latest == null || past != null && relay.latest != past)) {
            // What is opened while paused shows one moment rather than none.
            scheduleOnce();
        }
    }

    private void unsubscribe() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private void refreshOnce() {
        try {
            Snapshot moment = relay.past;
            Snapshot snapshot = moment == null ? snapshot() : moment;
            Snapshot before = relay.latest == null ? snapshot : relay.latest;
            // Between a moment of the past and another nothing has happened that should stand out.
            Snapshot since = moment == null ? before : snapshot;
            relay.refreshed(snapshot, Delta.between(since, snapshot));
        } catch (ConnectionException e) {
            relay.failed(e);
        }
    }

    private Snapshot snapshot() throws ConnectionException {
        return ofAllNamespaces ? monitor.snapshotOfAllNamespaces() : monitor.snapshot();
    }

    /** Passes on what the monitor reports, and logs the first failure in a row: the next is a second away. */
    private static final class LoggingListener implements ConnectionListener {

        private final ConnectionListener target;
        private final List<Consumer<Snapshot>> observers = new CopyOnWriteArrayList<>();
        private volatile Snapshot latest;
        private volatile Snapshot past;
        private volatile boolean failing;

        LoggingListener(ConnectionListener target) {
            this.target = target;
        }

        @Override
        public void refreshed(Snapshot snapshot, Delta delta) {
            if (past != null && snapshot != past) {
                return; // it was on its way when the user went to that moment
            }
            failing = false;
            latest = snapshot;
            target.refreshed(snapshot, delta);
            observers.forEach(observer -> observer.accept(snapshot));
        }

        @Override
        public void failed(ConnectionException failure) {
            if (!failing) {
                failing = true;
                ILog.of(LiveRefresh.class).error(failure.getMessage(), failure);
            }
            target.failed(failure);
        }
    }
}
