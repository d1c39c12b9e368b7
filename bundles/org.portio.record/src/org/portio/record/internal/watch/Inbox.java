// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.Delta;
import org.portio.core.Snapshot;

/** Takes snapshots from the monitor's thread, for another one to work on; if that one is slow, some are left out. */
public final class Inbox implements ConnectionListener {

    private static final int MOST = 4;

    /**
     * A snapshot that came.
     *
     * @param previous the one that {@code delta} compares it with; null if it was the first, or one of them has merged sockets
     * @param arrival when it came, which is when it was complete
     */
    public record Sight(Snapshot snapshot, Delta delta, Snapshot previous, Instant arrival) {

        /** Returns how it differs from this earlier one. */
        public Delta since(Snapshot earlier) {
            return earlier == previous ? delta : Delta.between(earlier, snapshot);
        }
    }

    private final BlockingQueue<Sight> sights = new ArrayBlockingQueue<>(MOST);
    private Snapshot latest;
    private volatile ConnectionException failure;

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        // The past is of the kernel's sockets, whatever they are shown as.
        Snapshot whole = snapshot.unmerged();
        sights.offer(new Sight(whole, delta, whole == snapshot ? latest : null, Instant.now()));
        latest = whole == snapshot ? whole : null;
        failure = null;
    }

    /** A socket that such a snapshot has may have gone before it was taken. */
    @Override
    public boolean takesListenersAlone() {
        return false;
    }

    @Override
    public void failed(ConnectionException reason) {
        failure = reason;
    }

    /** Returns why the latest snapshot could not be taken; null if it could. */
    public ConnectionException failure() {
        return failure;
    }

    /** Returns those that have come since the last call, the oldest first, without waiting. */
    public List<Sight> take() {
        List<Sight> taken = new ArrayList<>(MOST);
        sights.drainTo(taken);
        return taken;
    }

    /** Returns the same, after waiting so long at most for one. */
    public List<Sight> await(Duration time) {
        Sight first = null;
        try {
            first = sights.poll(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        List<Sight> taken = take();
        if (first != null) {
            taken.addFirst(first);
        }
        return taken;
    }
}
