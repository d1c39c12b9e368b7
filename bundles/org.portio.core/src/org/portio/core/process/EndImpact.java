// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;

/**
 * The consequences of ending a process.
 *
 * @param state what it does now
 * @param ports its sockets that others can reach, and those that are bound without listening
 * @param handed those of its ports that it was merely handed: another user made the socket, who could not end the process
 * @param clients connections that others have to these ports
 * @param children processes that it has started and that still run; they keep running
 * @param refusal why PortIO never ends it; empty if it may be ended
 */
public record EndImpact(
        ProcessInfo process,
        ProcessState state,
        List<Connection> ports,
        List<Connection> handed,
        int clients,
        List<ProcessInfo> children,
        String refusal) {
    public EndImpact {
        ports = List.copyOf(ports);
        handed = List.copyOf(handed);
        children = List.copyOf(children);
    }

    /** Returns whether none of its sockets at the port is its own, so that it is ended only if the user says so. */
    public boolean isHanded(HeldPort port) {
        List<Connection> there = ports.stream().filter(port::isAt).toList();
        return !there.isEmpty() && handed.containsAll(there);
    }
}
