// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.StringTokenizer;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.core.linux.internal.LinuxReader;

/**
 * Reads connections from the Linux kernel itself. It sees what tables in {@code /proc/net} leave out, sockets that are
 * bound but do not listen, and every process that shares a socket.
 */
@Component(property = "service.ranking:Integer=100")
public final class LinuxConnectionSource implements ConnectionSource {

    private static final Unseen BOUND_SOCKETS =
            new Unseen("sockets that are bound but do not listen", -1, "the kernel lists them since Linux 6.8");

    private final List<Unseen> limits = listsBoundSockets() ? List.of() : List.of(BOUND_SOCKETS);
    private LinuxReader reader;

    @Override
    public String name() {
        return "linux";
    }

    /** Tries it: a sandbox may forbid netlink on a kernel that has it. */
    @Override
    public synchronized boolean isAvailable() {
        if (!LinuxReader.isPossible()) {
            return false;
        }
        try {
            reader().tryOut();
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            log().log(System.Logger.Level.INFO, "netlink cannot be used, another source is: {0}", e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized Snapshot read() throws ConnectionException {
        try {
            Instant time = Instant.now();
            List<Connection> connections = reader().connections();
            return new Snapshot(time, name(), connections, limits);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("The kernel does not list its sockets: " + e.getMessage(), e);
        }
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
            StringTokenizer release =
                    new StringTokenizer(Files.readString(Path.of("/proc/sys/kernel/osrelease")), ".-");
            return 1000 * Integer.parseInt(release.nextToken()) + Integer.parseInt(release.nextToken()) >= 6008;
        } catch (IOException | RuntimeException _) {
            return false;
        }
    }

    /** Made when there is something to say: to load Java's logging takes longer than to read all connections. */
    private static System.Logger log() {
        return System.getLogger(LinuxConnectionSource.class.getName());
    }
}
