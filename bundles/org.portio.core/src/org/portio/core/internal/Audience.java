// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.util.List;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.Delta;
import org.portio.core.Snapshot;

/** One listener with the snapshot that it got last. Told on the scheduler's one thread; may be closed from any. */
final class Audience {

    private final ConnectionListener listener;
    private Snapshot previous;
    private volatile boolean closed;

    Audience(ConnectionListener listener) {
        this.listener = listener;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    boolean takesListenersAlone() {
        return listener.takesListenersAlone();
    }

    void tell(Snapshot snapshot) {
        Snapshot before = previous != null ? previous : emptyBefore(snapshot);
        previous = snapshot;
        guarded(() -> listener.refreshed(snapshot, Delta.between(before, snapshot)));
    }

    void tell(ConnectionException failure) {
        guarded(() -> listener.failed(failure));
    }

    /** Keeps what the listener throws from ending the schedule without a word. */
    private void guarded(Runnable telling) {
        if (closed) {
            return;
        }
        try {
            telling.run();
        } catch (RuntimeException e) {
            log().log(System.Logger.Level.ERROR, "a listener for connections failed", e);
        }
    }

    private static Snapshot emptyBefore(Snapshot first) {
        return new Snapshot(first.time(), first.source(), List.of(), List.of());
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    static System.Logger log() {
        return System.getLogger(Audience.class.getName());
    }
}
