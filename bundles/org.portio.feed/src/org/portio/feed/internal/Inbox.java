// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;

/**
 * Keeps what the feed has still to publish. It has room for the newest state only: if the feed is slower than what it is told,
 * several refreshes become one, and nobody waits and nothing piles up. The first state of a subject is taken by itself, since all
 * after it is compared with it.
 */
public final class Inbox implements Closeable {

    /**
     * The news since the last look.
     *
     * @param snapshot null if there was none
     * @param delta the changes; null if several refreshes became one, so that they have to be found anew
     * @param ports the subjects that were told of
     * @param failure why connections cannot be seen; empty if they can
     */
    record News(Snapshot snapshot, Delta delta, Map<Subject, List<PortState>> ports, String failure) {}

    private final Pipe wake;
    private Snapshot snapshot;
    private Delta delta;
    private String failure = "";
    private Map<Subject, List<PortState>> ports = new EnumMap<>(Subject.class);
    /** The newest states of those subjects whose first state is still to be taken. */
    private Map<Subject, List<PortState>> afterFirst = new EnumMap<>(Subject.class);

    private final Set<Subject> begun = EnumSet.noneOf(Subject.class);
    private boolean awake;

    Inbox() throws IOException {
        wake = Pipe.open();
        wake.source().configureBlocking(false);
        wake.sink().configureBlocking(false);
    }

    public synchronized void refreshed(Snapshot newest, Delta changes) {
        delta = snapshot == null ? changes : null;
        snapshot = newest;
        failure = "";
        wakeUp();
    }

    public synchronized void failed(String reason) {
        failure = reason;
    }

    public synchronized void show(Subject subject, List<PortState> states) {
        boolean isFirstWaiting = ports.containsKey(subject) && !begun.contains(subject);
        (isFirstWaiting ? afterFirst : ports).put(subject, List.copyOf(states));
        wakeUp();
    }

    /** Ends the wait of the one who takes. */
    synchronized void wakeUp() {
        if (awake) {
            return;
        }
        awake = true;
        try {
            wake.sink().write(ByteBuffer.wrap(new byte[1]));
        } catch (IOException _) {
            // Closed: nobody takes any more.
        }
    }

    /** Returns the channel that can be read when there is something to take. */
    SelectableChannel signal() {
        return wake.source();
    }

    synchronized News take() {
        drain();
        News news = new News(snapshot, delta, ports, failure);
        snapshot = null;
        delta = null;
        begun.addAll(ports.keySet());
        ports = afterFirst;
        afterFirst = new EnumMap<>(Subject.class);
        if (!ports.isEmpty()) {
            wakeUp();
        }
        return news;
    }

    private void drain() {
        awake = false;
        try {
            wake.source().read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        wake.sink().close();
        wake.source().close();
    }
}
