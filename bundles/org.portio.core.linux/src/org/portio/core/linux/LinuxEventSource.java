// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.portio.core.ConnectionException;
import org.portio.core.event.EventSource;
import org.portio.core.event.EventStream;
import org.portio.core.kernel.Kernel;
import org.portio.core.linux.internal.event.LinuxEventStream;

/**
 * Hears what the Linux kernel tells: that sockets end, from sock_diag; processes, from the process connector; and for root each
 * state of a TCP socket, from a tracing instance of its own.
 */
@Component
public final class LinuxEventSource implements EventSource {

    /** The places where tracefs is mounted, the newer one first. */
    private static final List<Path> TRACEFS =
            List.of(Path.of("/sys/kernel/tracing"), Path.of("/sys/kernel/debug/tracing"));

    private final List<Path> tracefs;

    public LinuxEventSource() {
        this(TRACEFS);
    }

    /** Creates one that looks for tracefs in these places; for tests. */
    LinuxEventSource(List<Path> tracefs) {
        this.tracefs = tracefs;
    }

    @Override
    public String name() {
        return "linux";
    }

    /** Tries it: a sandbox may forbid netlink on a kernel that has it. */
    @Override
    public boolean isAvailable() {
        if (!Kernel.isCallable()) {
            return false;
        }
        try {
            LinuxEventStream.tryOut();
            return true;
        } catch (IOException | RuntimeException | LinkageError e) {
            System.getLogger(LinuxEventSource.class.getName())
                    .log(System.Logger.Level.INFO, "no events are heard: {0}", e.getMessage());
            return false;
        }
    }

    @Override
    public EventStream open() throws ConnectionException {
        try {
            return new LinuxEventStream(tracefs);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new ConnectionException("the kernel does not tell of events: " + e.getMessage(), e);
        }
    }
}
