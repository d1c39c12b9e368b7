// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndRequest;
import org.portio.core.process.HeldPort;
import org.portio.core.system.Printable;

/**
 * Processes to be ended together.
 *
 * @param port that is to be free afterwards; null if it is about the processes alone
 * @param held the same with the sockets that had it when the user was asked; null likewise
 */
record EndTarget(List<ProcessInfo> processes, PortName port, HeldPort held) {

    /** Sources compute start times each in their own way; within this they mean the same. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    EndTarget {
        processes = List.copyOf(processes);
    }

    /** Creates a target that has not been looked at yet. */
    EndTarget(List<ProcessInfo> processes, PortName port) {
        this(processes, port, port == null ? null : port.held());
    }

    /** Returns those that these sockets belong to, as far as their owners may be seen; empty if there are none. */
    static Optional<EndTarget> of(Collection<Connection> sockets) {
        List<ProcessInfo> owners = sockets.stream()
                .flatMap(socket -> socket.owners().stream())
                .distinct()
                .toList();
        return owners.isEmpty()
                ? Optional.empty()
                : Optional.of(new EndTarget(owners, PortName.of(sockets).orElse(null)));
    }

    /**
     * Returns the target as it is now: with these of its processes, and with those of these sockets that are at its
     * port.
     */
    EndTarget seen(List<ProcessInfo> now, Snapshot snapshot) {
        return new EndTarget(now, port, held == null ? null : held.with(snapshot.connections()));
    }

    /** Returns the rest of it: these of its processes. */
    EndTarget only(List<ProcessInfo> some) {
        return new EndTarget(some, port, held);
    }

    /** Returns whether the process that has the pid now is the same as the one that was meant. */
    static boolean isSame(ProcessInfo meant, ProcessInfo now) {
        if (meant.startTime() == null || now.startTime() == null) {
            return meant.name().equals(now.name());
        }
        Duration apart = Duration.between(meant.startTime(), now.startTime()).abs();
        return apart.compareTo(SAME_START) < 0;
    }

    /**
     * Returns the request of a user who has seen what would be affected, including a socket that was only handed to a
     * process.
     */
    EndRequest request(boolean force, Duration patience) {
        return new EndRequest(processes, held, force, true, patience);
    }

    /** Returns text such as {@code java (PID 12)}, on one line whatever the name is. */
    static String text(ProcessInfo process) {
        return Printable.of(process.name()) + " (PID " + process.pid() + ")";
    }

    /** Returns the process, or how many there are. */
    String text() {
        return processes.size() == 1
                ? text(processes.getFirst())
                : NLS.bind(Messages.EndTarget_several, processes.size());
    }
}
