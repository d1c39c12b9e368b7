// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
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
 * @param blocks whether it keeps everybody from the port; otherwise a program has it, or somebody else
 */
record OwnHold(PortSockets sockets, PortSockets own, String what, boolean blocks) {

    /** Returns the hold that these findings tell of; empty if none does. */
    static Optional<OwnHold> of(List<Finding> findings, PortSockets sockets, SparedProcess spared) {
        return findings.stream()
                .filter(OwnHold::isOne)
                .min(Comparator.comparing(Finding::weight))
                .map(finding -> new OwnHold(
                        sockets, spared(sockets, spared), finding.what(), finding.weight() == Weight.BLOCKS));
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
        return blocks ? own.explain(place) || !sockets.explain(place) : own.explain(place) && !others().explain(place);
    }

    private PortSockets others() {
        return new PortSockets(sockets.all().stream()
                .filter(socket -> !own.all().contains(socket))
                .toList());
    }

    /** Returns the snapshot with the sockets that keep the rest of a lent port beside those that programs have. */
    static Snapshot withSockets(Snapshot snapshot) {
        return snapshot.with(snapshot.connections().stream()
                .flatMap(row ->
                        Stream.concat(Stream.of(row), row.sockets().stream().skip(1)))
                .toList());
    }
}
