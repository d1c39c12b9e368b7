// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.internal.UnseenOwner;
import org.portio.core.process.Processes;
import org.portio.core.process.Recognition;
import org.portio.core.system.MissingRight;

/**
 * Finds who has a port after the processes that had it, and why.
 *
 * @param ended the processes
 * @param children those that they had; the system has given them another parent since
 * @param parents those of the processes that are not among them
 * @param sharers all that had the port before
 */
record Successors(
        List<ProcessInfo> ended, List<ProcessInfo> children, List<ProcessInfo> parents, List<ProcessInfo> sharers) {

    private static final long INIT = 1;

    /** Asked while they run. */
    static Successors of(List<ProcessInfo> ending, List<Connection> held, Processes processes) {
        List<Long> pids = ending.stream().map(ProcessInfo::pid).toList();
        return new Successors(
                ending,
                ending.stream()
                        .flatMap(process -> processes.children(process).stream())
                        .toList(),
                ending.stream()
                        .map(ProcessInfo::parentPid)
                        .distinct()
                        .filter(parent -> !pids.contains(parent))
                        .flatMap(parent -> processes.read(parent).stream())
                        .toList(),
                held.stream().flatMap(socket -> socket.owners().stream()).toList());
    }

    String whoHas(Connection taken, Processes processes) {
        if (taken.owners().isEmpty()) {
            return UnseenOwner.who(taken) + " has the port"
                    + (MissingRight.isRoot() ? "" : "; " + MissingRight.withRights("see it"));
        }
        ProcessInfo owner = taken.owners().getFirst();
        String who = name(owner) + " has the port";
        if (isAmong(children, owner)) {
            return who + ": it is a child of the process that has ended";
        }
        return isNew(owner) ? who + ": " + starter(owner, processes) : who;
    }

    private static boolean isAmong(List<ProcessInfo> before, ProcessInfo owner) {
        return before.stream().anyMatch(process -> SystemProcesses.isSame(process, owner));
    }

    /** Whoever shared the port before has not been started for it. */
    private boolean isNew(ProcessInfo owner) {
        return owner.startTime() != null
                && ended.stream()
                        .anyMatch(process ->
                                process.startTime() != null && owner.startTime().isAfter(process.startTime()))
                && !isAmong(sharers, owner);
    }

    private static String starter(ProcessInfo owner, Processes processes) {
        if (owner.parentPid() == INIT) {
            return processes
                    .origin(owner)
                    .flatMap(origin -> origin.names(Recognition.Kind.UNIT).findFirst())
                    .filter(unit -> unit.endsWith(".service"))
                    .map(unit -> "systemd started it; stop it with: systemctl stop " + unit)
                    .orElse("it was started in the meantime");
        }
        Optional<ProcessInfo> parent = processes.read(owner.parentPid());
        return parent.map(Successors::name).orElse("a process that has ended") + " started it; end that first";
    }

    static String name(ProcessInfo process) {
        return process.name() + " (PID " + process.pid() + ")";
    }
}
