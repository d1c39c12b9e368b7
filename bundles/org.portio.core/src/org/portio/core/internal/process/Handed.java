// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.Processes;
import org.portio.core.system.User;

/**
 * Tells whether a process was merely handed a socket. Anybody can hand a socket to a service of the administrator's that
 * takes descriptors; to end that service for it would be ending what one has no right to end. So it counts whether whoever
 * made the socket could have ended the process himself. What root made, root gave away: a server that binds as root and
 * goes on as another user, or one that systemd started with its socket.
 */
record Handed(Processes processes) {

    private static final String ROOT = "0";

    boolean isHanded(ProcessInfo process, Connection socket) {
        User maker = socket.user();
        if (maker == null || ROOT.equals(maker.id())) {
            return false;
        }
        Set<String> masters = processes.masters(process);
        return !masters.isEmpty() && !masters.contains(maker.id());
    }
}
