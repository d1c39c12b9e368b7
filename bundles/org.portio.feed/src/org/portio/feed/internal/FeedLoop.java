// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.portio.core.Delta;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Snapshot;
import org.portio.feed.FeedAddress;
import org.portio.feed.FeedException;
import org.portio.feed.FeedSettings;
import org.portio.feed.FeedStatus;
import org.portio.feed.FeedSubscriber;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;
import org.portio.feed.PublishedEvent;
import org.portio.feed.internal.Messages.Message;
import org.zeromq.ZMQ;

/** The one thread of the feed: it publishes, answers and decides who may connect. */
public final class FeedLoop {

    private static final int JOIN_MILLIS = 5000;

    private final FeedSockets sockets;
    private final Snapshots snapshots;
    private final FeedAddress eventsAddress;
    private final FeedAddress snapshotsAddress;
    private final long heartbeatNanos;
    private final String run = UUID.randomUUID().toString();
    private final Messages messages = new Messages(run);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("portio-feed").unstarted(this::run);
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<Subject, List<PortState>> ports = new EnumMap<>(Subject.class);
    private final Tail tail = new Tail();
    private final Rate rate = new Rate();
    private final Instant since = Instant.now();
    private final boolean plain;
    private volatile Snapshot published;
    private String failure = "";
    private long nextHeartbeat = System.nanoTime();
    private volatile long sequence;
    private volatile long overruns;
    private volatile boolean closed;
    private volatile Exception broken;

    public FeedLoop(FeedSockets sockets, FeedSettings settings) throws FeedException {
        this.sockets = sockets;
        snapshots = new Snapshots(messages);
        heartbeatNanos = settings.heartbeat().toNanos();
        plain = settings.plain();
        eventsAddress = FeedSockets.address(sockets.events());
        snapshotsAddress = FeedSockets.address(sockets.snapshots());
    }

    public void start() {
        thread.start();
    }

    public FeedStatus status() {
        return new FeedStatus(
                eventsAddress,
                snapshotsAddress,
                plain,
                run,
                since,
                sequence,
                sockets.subscribers(),
                tail.count(),
                rate.perSecond(),
                overruns);
    }

    /** Returns who is connected to receive events. */
    public List<FeedSubscriber> subscribers() {
        return Subscribers.of(sockets.clients(), published);
    }

    /** Returns the newest events with a greater number. */
    public List<PublishedEvent> after(long number) {
        return tail.after(number);
    }

    public boolean hasEnded() {
        return end.getCount() == 0;
    }

    /** Returns when this has ended. */
    public void awaitEnd() throws InterruptedException, FeedException {
        end.await();
        if (broken != null) {
            throw new FeedException(Failure.of(Kind.FAILED, "the feed has ended: " + broken, "start it again"), broken);
        }
    }

    /** Ends it and waits until its addresses are free. */
    public void close() {
        closed = true;
        sockets.inbox().wakeUp();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (sockets) {
            ZMQ.Poller poller = sockets.poller(3);
            poller.register(sockets.inbox().signal(), ZMQ.Poller.POLLIN);
            int asked = poller.register(sockets.snapshots(), ZMQ.Poller.POLLIN);
            int questioned = sockets.door().isEmpty() ? -1 : poller.register(sockets.questions(), ZMQ.Poller.POLLIN);
            while (!closed) {
                poller.poll(Math.max(0, (nextHeartbeat - System.nanoTime()) / 1_000_000 + 1));
                if (questioned >= 0 && poller.pollin(questioned)) {
                    sockets.answerQuestion();
                }
                publish(sockets.inbox().take());
                if (poller.pollin(asked)) {
                    snapshots.answer(sockets.snapshots(), sequence, published, ports);
                }
                beat();
            }
        } catch (RuntimeException e) {
            broken = e;
        } finally {
            end.countDown();
        }
    }

    private void beat() {
        if (System.nanoTime() < nextHeartbeat) {
            return;
        }
        nextHeartbeat = System.nanoTime() + heartbeatNanos;
        rate.note(System.nanoTime(), tail.count());
        send(messages.heartbeat(sequence, Instant.now(), failure));
        if (sockets.door().filter(Door::hasRevoked).isPresent()) {
            sockets.cutAll();
        }
    }

    private void publish(Inbox.News news) {
        failure = news.failure();
        if (news.snapshot() != null) {
            Snapshot before = published;
            published = news.snapshot();
            snapshots.outdated();
            // All of the first snapshot is new to the monitor, and nothing of it is news.
            if (before != null) {
                Delta delta = news.delta() == null ? Delta.between(before, published) : news.delta();
                publish(Event.of(delta, published.time()), published.time());
            }
        }
        Instant now = Instant.now();
        news.ports().forEach((subject, states) -> {
            List<PortState> before = ports.put(subject, states);
            snapshots.outdated();
            if (before != null) {
                publish(Event.between(before, states, now), now);
            }
        });
    }

    private void publish(List<Event> events, Instant time) {
        for (int start = 0; start < events.size(); start += Messages.MOST_EVENTS) {
            int to = Math.min(start + Messages.MOST_EVENTS, events.size());
            long next = sequence + 1;
            List<Event> step = events.subList(start, to);
            // Whoever receives one finds it counted.
            tail.add(step, time);
            messages.of(step, next, time).forEach(this::send);
            sequence = next;
        }
    }

    private void send(Message message) {
        ZMQ.Socket events = sockets.events();
        if (events.send(message.topic(), ZMQ.SNDMORE | ZMQ.DONTWAIT)) {
            events.send(message.payload(), ZMQ.DONTWAIT);
            return;
        }
        // The library says only in this way that the queue of a subscriber is full. Then the message is for all others.
        overruns++;
        events.setXpubNoDrop(false);
        events.sendMore(message.topic());
        events.send(message.payload());
        events.setXpubNoDrop(true);
    }
}
