// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.internal.PollingConnectionMonitor;
import org.portio.core.system.ActionLog;
import org.portio.core.system.Subscription;

/** Takes snapshots when asked, and on a schedule while somebody listens. Nothing runs while nobody does. */
@ProviderType
public interface ConnectionMonitor {

    /** Tells one listener of snapshots until it is closed. */
    interface Schedule extends Subscription {

        /** Asks for a snapshot now, beside the schedule. Returns at once. */
        void refreshNow();
    }

    /**
     * Takes a snapshot and waits for it.
     *
     * @throws ConnectionException when no source works on this machine, or the source fails
     */
    Snapshot snapshot() throws ConnectionException;

    /**
     * Takes a snapshot of all network namespaces and waits for it.
     *
     * @throws ConnectionException of kind PERMISSION if the privileges do not suffice; the message says what to do
     * @throws ConnectionException when no source here can, or the source fails
     */
    Snapshot snapshotOfAllNamespaces() throws ConnectionException;

    /**
     * Asks for more about one socket of a snapshot, and waits for it; empty if the source cannot tell, or the socket
     * has gone.
     *
     * @throws ConnectionException when no source works on this machine, or the source fails
     */
    Optional<SocketDetails> details(Connection connection) throws ConnectionException;

    /**
     * Asks for what TCP has measured on all connections, and waits for it; tells nothing if the source cannot.
     *
     * @throws ConnectionException when no source works on this machine, or the source fails
     */
    @SuppressWarnings("unused") // Parameter and exception are for those who can tell.
    default void measure(ConnectionSource.MetricsSink sink) throws ConnectionException {
        // Nothing is measured.
    }

    /**
     * Closes one TCP connection without ending its process, and makes sure that it is gone.
     *
     * @return false if it had gone already
     * @throws ConnectionException of kind PERMISSION if the privileges do not suffice; the message says what to do
     * @throws ConnectionException when the system cannot do it; the message says why
     */
    boolean close(Connection connection) throws ConnectionException;

    /**
     * Tells the listener of the first snapshot at once, then of one after each interval until the subscription is
     * closed. Listeners that are due at the same time share a snapshot.
     */
    Schedule subscribe(Duration interval, ConnectionListener listener);

    /**
     * Tells the listener of the first snapshot at once, then of a new one as soon as the source gives a sign that
     * something changed, and every one to ten seconds without one, until this is closed. While sockets come and go all
     * the time, the wait between two snapshots depends on how long one takes: 80 ms to a second. A source that gives no
     * signs is asked once a second. All who follow share each snapshot.
     */
    Schedule follow(ConnectionListener listener);

    /**
     * Tells the listener of snapshots of all network namespaces as {@link #subscribe} does of those of this one, or of the failure
     * if the privileges do not suffice. They are not shared.
     */
    Schedule subscribeToAllNamespaces(Duration interval, ConnectionListener listener);

    /** Returns a monitor over the first of these sources that is available; it notes what it closes in this user's log of actions. */
    static ConnectionMonitor over(List<ConnectionSource> sources) {
        return over(sources, ActionLog.ofSystem());
    }

    /** Returns a monitor over the first of these sources that is available; it notes what it closes in this log. */
    static ConnectionMonitor over(List<ConnectionSource> sources, ActionLog actions) {
        return over(sources, SocketMerger.NONE, actions);
    }

    /** Returns one that merges sockets by this. */
    static ConnectionMonitor over(List<ConnectionSource> sources, SocketMerger merger, ActionLog actions) {
        return new PollingConnectionMonitor(sources, merger, actions);
    }
}
