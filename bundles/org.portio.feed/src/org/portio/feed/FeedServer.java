// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.util.List;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.feed.internal.FeedLoop;
import org.portio.feed.internal.FeedSockets;
import org.portio.feed.internal.Inbox;

/**
 * Serves the feed: tells subscribers what happens to connections, reservations and blocks, and answers those who ask for a
 * snapshot. It is to be made a listener of a connection monitor. Telling it something returns at once, whatever its
 * subscribers do.
 */
public final class FeedServer implements ConnectionListener, AutoCloseable {

    private final Inbox inbox;
    private final FeedLoop loop;

    private FeedServer(Inbox inbox, FeedLoop loop) {
        this.inbox = inbox;
        this.loop = loop;
    }

    /**
     * Binds both addresses and begins to serve.
     *
     * @throws FeedException of kind CONFLICT if an address is in use; nothing is bound then
     */
    public static FeedServer start(FeedSettings settings, FeedKeys keys) throws FeedException {
        // Before anything is bound: without keys there is no feed.
        FeedSockets sockets = settings.plain()
                ? FeedSockets.plain(settings)
                : FeedSockets.encrypted(settings, keys.server(), keys::allowed);
        Inbox inbox = sockets.inbox();
        FeedLoop loop = new FeedLoop(sockets, settings);
        loop.start();
        return new FeedServer(inbox, loop);
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        inbox.refreshed(snapshot, delta);
    }

    /** Tells subscribers with each heartbeat why nothing is seen, until it is over. */
    @Override
    public void failed(ConnectionException failure) {
        inbox.failed(failure.getMessage());
    }

    /**
     * Tells how things of a subject stand: what is new, gone or different is published, except at the first time.
     *
     * @param states all of this subject
     */
    public void show(PortState.Subject subject, List<PortState> states) {
        inbox.show(subject, states);
    }

    /** Returns who is connected to receive events. */
    public List<FeedSubscriber> subscribers() {
        return loop.subscribers();
    }

    /** Returns the newest events with a greater number than this, at most a thousand; the oldest first. */
    public List<PublishedEvent> after(long number) {
        return loop.after(number);
    }

    /** Returns whether it serves no more. */
    public boolean hasEnded() {
        return loop.hasEnded();
    }

    public FeedStatus status() {
        return loop.status();
    }

    /** Returns when it has been closed, or has failed. */
    public void awaitEnd() throws InterruptedException, FeedException {
        loop.awaitEnd();
    }

    @Override
    public void close() {
        loop.close();
    }
}
