// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndRequest;
import org.portio.core.process.HeldPort;

/**
 * A process to be ended.
 *
 * @param port that is to be free afterwards; null where it is about the process alone
 */
record EndTarget(ProcessInfo process, PortName port) {

    /** Sources compute start times each in their own way; within this they mean the same. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    /** The one process that all these sockets belong to, as far as their owners may be seen; empty where there is none. */
    static Optional<EndTarget> of(Collection<Connection> sockets) {
        List<ProcessInfo> owners = sockets.stream()
                .flatMap(socket -> socket.owners().stream())
                .distinct()
                .limit(2)
                .toList();
        return owners.size() == 1
                ? Optional.of(
                        new EndTarget(owners.getFirst(), PortName.of(sockets).orElse(null)))
                : Optional.empty();
    }

    /** Whether the process that has its pid now is the same. */
    boolean isStill(ProcessInfo now) {
        if (process.startTime() == null || now.startTime() == null) {
            return process.name().equals(now.name());
        }
        Duration apart = Duration.between(process.startTime(), now.startTime()).abs();
        return apart.compareTo(SAME_START) < 0;
    }

    /** The port that it is ended for; null where it is about the process alone. */
    HeldPort heldPort() {
        return port == null ? null : new HeldPort(port.port(), port.protocol());
    }

    /** The request of a user who has seen what would be hit, a socket that was only handed to the process included. */
    EndRequest request(boolean force, Duration patience) {
        return new EndRequest(List.of(process), heldPort(), force, true, patience);
    }

    /** As {@code java (pid 12)}. */
    static String text(ProcessInfo process) {
        return process.name() + " (pid " + process.pid() + ")";
    }

    String text() {
        return text(process);
    }
}
