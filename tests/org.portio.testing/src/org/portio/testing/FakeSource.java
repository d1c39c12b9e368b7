// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.portio.core.ChangeSigns;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.TcpMetrics;
import org.portio.core.Unseen;

/** A source that shows what the test tells it to, from any thread. */
public final class FakeSource implements ConnectionSource {

    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger measurings = new AtomicInteger();
    private final Map<Connection, SocketDetails> details = new ConcurrentHashMap<>();
    private final Set<Connection> closed = ConcurrentHashMap.newKeySet();
    private volatile Snapshot snapshot;
    private volatile Snapshot allNamespaces;
    private volatile ConnectionException failure;
    private volatile boolean available = true;
    private volatile ChangeSigns signs;
    private volatile Snapshot listeners;
    private volatile Duration duration = Duration.ZERO;

    public FakeSource(Connection... connections) {
        show(connections);
    }

    /** Sets the connections from now on. */
    public void show(Connection... connections) {
        snapshot = Sockets.snapshot(connections);
        failure = null;
    }

    /** Sets the snapshot from now on. */
    public void show(Snapshot there) {
        snapshot = there;
        failure = null;
    }

    /** Sets the details of the connection from now on; other connections have none. */
    public void tell(Connection connection, SocketDetails more) {
        details.put(connection, more);
    }

    /** Makes reading fail with this message from now on. */
    public void fail(String message) {
        fail(new ConnectionException(message));
    }

    /** Makes reading fail like this from now on. */
    public void fail(ConnectionException reason) {
        failure = reason;
    }

    /** Sets the connections of all namespaces from now on, and what is not visible. */
    public void showAllNamespaces(Unseen unseen, Connection... connections) {
        allNamespaces = new Snapshot(Sockets.TIME, name(), List.of(connections), List.of(unseen));
    }

    public void setAvailable(boolean available) {
        this.available = available;
    }

    /** Sets the signs of change for whoever asks for some from now on. */
    public void give(ChangeSigns given) {
        signs = given;
    }

    /** Sets what it answers from now on if only the listeners are asked for. */
    public void showListeners(Connection... connections) {
        listeners = Sockets.snapshot(connections);
    }

    /** Makes reading all take so long from now on. */
    public void takeFor(Duration time) {
        duration = time;
    }

    /** Returns how often it was read. */
    public int reads() {
        return reads.get();
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean isAvailable() {
        return available;
    }

    @Override
    public Snapshot read() throws ConnectionException {
        reads.incrementAndGet();
        throwFailure();
        LockSupport.parkNanos(duration.toNanos());
        return snapshot;
    }

    @Override
    public Optional<Snapshot> readListeners() {
        return Optional.ofNullable(listeners);
    }

    @Override
    public Optional<ChangeSigns> signs() {
        return Optional.ofNullable(signs);
    }

    @Override
    public boolean supportsNamespaces() {
        return allNamespaces != null;
    }

    @Override
    public Snapshot readAllNamespaces() throws ConnectionException {
        throwFailure();
        return supportsNamespaces() ? allNamespaces : ConnectionSource.super.readAllNamespaces();
    }

    private void throwFailure() throws ConnectionException {
        ConnectionException now = failure;
        if (now != null) {
            throw now;
        }
    }

    @Override
    public boolean close(Connection connection) throws ConnectionException {
        throwFailure();
        return closed.add(connection);
    }

    /** Returns what was closed, each once. */
    public Set<Connection> closed() {
        return closed;
    }

    /** Tells what was measured of the connections that have details. */
    @Override
    public void measure(MetricsSink sink) throws ConnectionException {
        throwFailure();
        measurings.incrementAndGet();
        details.forEach((connection, more) -> {
            TcpMetrics tcp = more.tcp();
            if (tcp != null) {
                sink.accept(
                        connection.platformKey(),
                        tcp.bytesReceived(),
                        tcp.bytesSent(),
                        tcp.roundTrip().toNanos() / 1000,
                        tcp.retransmissions());
            }
        });
    }

    /** Returns how often it was asked for measurements. */
    public int measurings() {
        return measurings.get();
    }

    @Override
    public Optional<SocketDetails> details(Connection connection) {
        return Optional.ofNullable(details.get(connection));
    }
}
