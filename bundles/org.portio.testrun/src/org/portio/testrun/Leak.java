// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;

/**
 * A socket that a process of a run still had when the run's command had ended.
 *
 * @param process its short name
 * @param remote the other end; empty for a listener
 * @param state as the table of connections shows it
 * @param since when it was opened if that was recorded, otherwise when its process started; null if neither is known
 * @param ended whether the process was ended because of it
 */
public record Leak(
        long pid,
        String process,
        String commandLine,
        Protocol protocol,
        String local,
        String remote,
        String state,
        Instant since,
        boolean ended) {

    /** Returns the sockets of these processes that others can reach, or that have another end. */
    public static List<Leak> in(Snapshot snapshot, Set<Long> pids) {
        return snapshot.connections().stream()
                .flatMap(socket -> socket.owners().stream()
                        .filter(owner -> pids.contains(owner.pid()))
                        .map(owner -> of(socket, owner)))
                .toList();
    }

    private static Leak of(Connection socket, ProcessInfo owner) {
        return new Leak(
                owner.pid(),
                owner.name(),
                owner.commandLine(),
                socket.protocol(),
                socket.local().toString(),
                socket.remote() == null ? "" : socket.remote().toString(),
                socket.stateText(),
                owner.startTime(),
                false);
    }

    /** Returns the same, whose process was ended. */
    public Leak end() {
        return new Leak(pid, process, commandLine, protocol, local, remote, state, since, true);
    }

    /** Returns the same, opened at this time. */
    public Leak openedAt(Instant time) {
        return new Leak(pid, process, commandLine, protocol, local, remote, state, time, ended);
    }
}
