// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.address.Endpoint;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.process.SparedProcess;

/**
 * The hold of PortIO itself on a port: the user knows it as a reservation or a temporary server, not as a process.
 *
 * @param sockets all that the port has
 * @param own those of the process that holds ports for the user
 * @param what the finding says of it
 */
record OwnHold(PortSockets sockets, PortSockets own, String what) {

    /** Returns the hold that these findings tell of; empty if none does. */
    static Optional<OwnHold> of(List<Finding> findings, PortSockets sockets, SparedProcess spared) {
        return findings.stream()
                .filter(finding -> isOne(finding) && finding.weight() == Weight.BLOCKS)
                .findFirst()
                .map(finding -> new OwnHold(sockets, spared(sockets, spared), finding.what()));
    }

    private static PortSockets spared(PortSockets sockets, SparedProcess spared) {
        return new PortSockets(sockets.all().stream()
                .filter(socket -> isSpared(socket, spared))
                .toList());
    }

    private static boolean isSpared(Connection socket, SparedProcess spared) {
        return socket.owners().stream()
                .map(ProcessInfo::pid)
                .anyMatch(pid -> !spared.refusal(pid).isEmpty());
    }

    /** Returns whether the finding tells of one. */
    static boolean isOne(Finding finding) {
        return finding.kind() == Kind.RESERVATION || finding.kind() == Kind.SERVER;
    }

    /** Returns whether it keeps others from this address: if no listed socket does, the one of the hold is not listed. */
    boolean has(Endpoint place) {
        return own.explain(place) || !sockets.explain(place);
    }
}
