// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionSource;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.SocketMerger;
import org.portio.core.system.ActionLog;
import org.portio.core.system.Contribution;

/** Asks one source again and again, on one thread that ends when nobody has listened for a while. */
@Component(service = ConnectionMonitor.class)
public final class PollingConnectionMonitor implements ConnectionMonitor {

    private static final Duration IDLE_THREAD = Duration.ofSeconds(10);

    private final List<RankedSource> sources = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor scheduler = newScheduler();
    private final Followers followers = new Followers(this, scheduler);
    private final Closings closings;
    private volatile SocketMerger merger = SocketMerger.NONE;
    private Snapshot latest;
    private long latestNanos;

    /** Called by OSGi. */
    public PollingConnectionMonitor() {
        closings = new Closings(ActionLog.ofSystem());
    }

    public PollingConnectionMonitor(List<ConnectionSource> sources, ActionLog actions) {
        this(sources, SocketMerger.NONE, actions);
    }

    public PollingConnectionMonitor(List<ConnectionSource> sources, SocketMerger merger, ActionLog actions) {
        this.merger = merger;
        closings = new Closings(actions);
        sources.forEach(source -> this.sources.add(new RankedSource(new Contribution<>(source, 0), true)));
    }

    @Reference(
            cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addSource(ConnectionSource source, Map<String, Object> properties) {
        int ranking = properties.get("service.ranking") instanceof Integer number ? number : 0;
        sources.add(new RankedSource(new Contribution<>(source, ranking), false));
        sources.sort(Comparator.comparingInt(RankedSource::ranking).reversed());
    }

    void removeSource(ConnectionSource source) {
        sources.removeIf(ranked -> ranked.source() == source);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setMerger(SocketMerger newMerger) {
        merger = newMerger;
    }

    void unsetMerger(SocketMerger oldMerger) {
        merger = merger == oldMerger ? SocketMerger.NONE : merger;
    }

    @Deactivate
    void stop() {
        scheduler.shutdownNow();
        followers.stop();
    }

    @Override
    public Snapshot snapshot() throws ConnectionException {
        return snapshot(Duration.ZERO);
    }

    /**
     * Returns the latest snapshot if it is younger than this, otherwise a new one. The lock has one reader at a time.
     */
    synchronized Snapshot snapshot(Duration maxAge) throws ConnectionException {
        if (latest == null || System.nanoTime() - latestNanos >= maxAge.toNanos()) {
            latest = read();
            latestNanos = System.nanoTime();
        }
        return latest;
    }

    /** Returns one in which only the listeners are new, if the source that works here can; it is nobody's latest. */
    synchronized Optional<Snapshot> listeners() throws ConnectionException {
        RankedSource best = best();
        return best == null
                ? Optional.empty()
                : best.ask(ConnectionSource::readListeners)
                        .flatMap(read -> read)
                        .map(this::merged);
    }

    private Snapshot read() throws ConnectionException {
        return merged(ask(ConnectionSource::read));
    }

    private synchronized Snapshot merged(Snapshot read) {
        List<Connection> connections = merger.merge(read.connections());
        return connections == read.connections() ? read : read.with(connections);
    }

    @Override
    public Snapshot snapshotOfAllNamespaces() throws ConnectionException {
        return merged(ask(ConnectionSource::readAllNamespaces));
    }

    @Override
    public Optional<SocketDetails> details(Connection connection) throws ConnectionException {
        return ask(source -> source.details(connection.sockets().getFirst()));
    }

    @Override
    public void measure(ConnectionSource.MetricsSink sink) throws ConnectionException {
        ask(source -> {
            source.measure(sink);
            return true;
        });
    }

    @Override
    public boolean close(Connection connection) throws ConnectionException {
        return closings.note(connection, closed -> ask(source -> source.close(closed)));
    }

    /** Returns the first that answers: one that is faulty leaves it to the next. */
    private <T> T ask(RankedSource.Question<T> question) throws ConnectionException {
        boolean works = false;
        for (RankedSource source : sources) {
            boolean isAsked = source.isAvailable();
            Optional<T> answer = isAsked ? source.ask(question) : Optional.empty();
            if (answer.isPresent()) {
                return answer.get();
            }
            works |= isAsked;
        }
        throw new ConnectionException(
                works
                        ? Failure.of(Kind.FAILED, "reading the connections failed", "see the log")
                        : Failure.of(Kind.FAILED, "no source of connections works on this machine"));
    }

    @Override
    public Schedule subscribe(Duration interval, ConnectionListener listener) {
        return subscribe(this::snapshot, interval, listener);
    }

    @Override
    public Schedule subscribeToAllNamespaces(Duration interval, ConnectionListener listener) {
        return subscribe(_ -> snapshotOfAllNamespaces(), interval, listener);
    }

    private Schedule subscribe(PollingSubscription.Camera camera, Duration interval, ConnectionListener listener) {
        PollingSubscription subscription = new PollingSubscription(camera, scheduler, interval, listener);
        subscription.start();
        return subscription;
    }

    @Override
    public Schedule follow(ConnectionListener listener) {
        return followers.add(listener);
    }

    /** Returns the source that is asked first; null if none works here. */
    RankedSource best() {
        for (RankedSource source : sources) {
            if (source.isAvailable()) {
                return source;
            }
        }
        return null;
    }

    private static ScheduledThreadPoolExecutor newScheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "portio-monitor");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setKeepAliveTime(IDLE_THREAD.toMillis(), TimeUnit.MILLISECONDS);
        scheduler.allowCoreThreadTimeOut(true);
        return scheduler;
    }
}
