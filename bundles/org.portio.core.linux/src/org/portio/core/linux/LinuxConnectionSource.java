// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.osgi.service.component.annotations.Component;
import org.portio.core.ChangeSigns;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Failure;
import org.portio.core.Obstacle;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.SocketDetails;
import org.portio.core.Unseen;
import org.portio.core.kernel.Kernel;
import org.portio.core.linux.internal.LinuxReader;
import org.portio.core.linux.internal.NamespacesReader;
import org.portio.core.linux.internal.OtherProtocols;
import org.portio.core.linux.internal.netlink.ConnectionCloser;
import org.portio.core.linux.internal.netlink.MetricsReader;
import org.portio.core.linux.internal.netlink.SocketDetailsReader;
import org.portio.core.linux.internal.sign.KernelSigns;

/**
 * Reads connections from the Linux kernel itself. It sees what tables in {@code /proc/net} leave out, sockets that are
 * bound but do not listen, and every process that shares a socket.
 */
@Component(property = "service.ranking:Integer=100")
public final class LinuxConnectionSource implements ConnectionSource {

    private static final Unseen BOUND_SOCKETS =
            new Unseen("sockets that are bound but do not listen", -1, "the kernel lists them only since Linux 6.8");

    private final List<Unseen> limits = listsBoundSockets() ? List.of() : List.of(BOUND_SOCKETS);
    private final Object detailsLock = new Object();
    private LinuxReader reader;
    private SocketDetailsReader details;
    private MetricsReader metrics;
    private NamespacesReader namespaces;

    @Override
    public String name() {
        return "linux";
    }

    /** Tries it: a sandbox may forbid netlink on a kernel that has it. */
    @Override
    public synchronized boolean isAvailable() {
        if (!Kernel.isCallable()) {
            return false;
        }
        try {
            reader().tryOut();
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            log().log(System.Logger.Level.INFO, "netlink cannot be used, so another source is: {0}", e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized Snapshot read() throws ConnectionException {
        try {
            Instant time = Instant.now();
            List<Connection> connections = reader().connections();
            return new Snapshot(time, name(), connections, limits(), obstacles());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel does not list its sockets: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized Optional<Snapshot> readListeners() throws ConnectionException {
        try {
            Instant time = Instant.now();
            return reader().connectionsWithListenersOfNow()
                    .map(connections -> new Snapshot(time, name(), connections, limits(), obstacles()));
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel does not list its listeners: " + e.getMessage(), e);
        }
    }

    @Override
    public Optional<SocketDetails> details(Connection connection) throws ConnectionException {
        try {
            return connection.namespace().isEmpty()
                    ? details().read(connection)
                    : namespaces().details(connection);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel gives no details of this socket: " + e.getMessage(), e);
        }
    }

    @Override
    public void measure(MetricsSink sink) throws ConnectionException {
        try {
            metrics().read(sink);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel does not tell what TCP has measured: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean close(Connection connection) throws ConnectionException {
        if (connection.protocol() != Protocol.TCP || connection.remote() == null) {
            throw new ConnectionException(
                    Failure.of(Kind.INVALID, "only a TCP connection can be closed", "end the process of this socket"));
        }
        try {
            return connection.namespace().isEmpty()
                    ? closeHere(connection)
                    : namespaces().close(connection);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel did not close the connection: " + e.getMessage(), e);
        }
    }

    private static boolean closeHere(Connection connection) throws IOException, ConnectionException {
        try (ConnectionCloser closer = new ConnectionCloser()) {
            return closer.close(connection);
        }
    }

    /** Returns the reader, under a lock of its own so as not to wait for a snapshot that is being taken. */
    private SocketDetailsReader details() throws IOException {
        synchronized (detailsLock) {
            if (details == null) {
                details = new SocketDetailsReader();
            }
            return details;
        }
    }

    private MetricsReader metrics() throws IOException {
        synchronized (detailsLock) {
            if (metrics == null) {
                metrics = new MetricsReader();
            }
            return metrics;
        }
    }

    @Override
    public Optional<ChangeSigns> signs() throws ConnectionException {
        try {
            return Optional.of(new KernelSigns());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel gives no signs of change: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean supportsNamespaces() {
        return true;
    }

    @Override
    public synchronized Snapshot readAllNamespaces() throws ConnectionException {
        try {
            Instant time = Instant.now();
            NamespacesReader.Result result = namespaces().read();
            List<Unseen> unseen = new ArrayList<>(limits());
            unseen.addAll(result.unseen());
            return new Snapshot(time, name(), result.connections(), unseen, result.obstacles());
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("other network namespaces cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Unseen> limits() {
        List<Unseen> others = OtherProtocols.read();
        if (limits.isEmpty() || others.isEmpty()) {
            return limits.isEmpty() ? others : limits;
        }
        return List.of(limits.getFirst(), others.getFirst());
    }

    private NamespacesReader namespaces() {
        synchronized (detailsLock) {
            if (namespaces == null) {
                namespaces = new NamespacesReader();
            }
            return namespaces;
        }
    }

    private Set<Obstacle> obstacles() {
        return reader == null ? Set.of() : reader.obstacles();
    }

    private synchronized LinuxReader reader() throws IOException {
        if (reader == null) {
            reader = LinuxReader.ofSystem();
        }
        return reader;
    }

    private static boolean listsBoundSockets() {
        try {
            // As in 6.18.44-generic.
            StringTokenizer release = new StringTokenizer(System.getProperty("os.version"), ".-");
            return 1000 * Integer.parseInt(release.nextToken()) + Integer.parseInt(release.nextToken()) >= 6008;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    private static System.Logger log() {
        return System.getLogger(LinuxConnectionSource.class.getName());
    }
}
