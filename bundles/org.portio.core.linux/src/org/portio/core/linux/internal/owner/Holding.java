// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.ProcessInfo;

/**
 * The owners of a socket: one process or several. All sockets that one process holds alone share one of these, so that
 * their rows share one list of owners.
 */
public final class Holding {

    private final List<HeldProcess> processes;
    private List<ProcessInfo> owners;

    Holding(List<HeldProcess> processes) {
        this.processes = List.copyOf(processes);
    }

    /**
     * Returns them with the oldest first, which is usually the one that opened the socket: others inherit it. Not by pid,
     * for numbers are given out again, so that a child may have a lower one. One that has ended is left out if there are others: a
     * process that starts a program is two for a moment, each with all its sockets. The same list until something about the
     * owners changes.
     */
    public List<ProcessInfo> owners() {
        if (owners == null) {
            List<ProcessInfo> infos = new ArrayList<>(processes.size());
            for (int i = 0; i < processes.size(); i++) {
                if (!isNamedBefore(i) && !hasEndedBesideOthers(i)) {
                    infos.add(processes.get(i).info());
                }
            }
            if (infos.size() > 1) {
                infos.sort(Holding::byAge);
            }
            // A record that keeps it does not copy such a list.
            owners = List.copyOf(infos);
        }
        return owners;
    }

    private boolean hasEndedBesideOthers(int index) {
        return processes.size() > 1
                && processes.get(index).hasEnded()
                && processes.stream().anyMatch(process -> !process.hasEnded());
    }

    /** Not by Comparator's own methods: Java's cache leaves out the classes that these make. */
    private static int byAge(ProcessInfo a, ProcessInfo b) {
        int age = start(a).compareTo(start(b));
        return age == 0 ? Long.compare(a.pid(), b.pid()) : age;
    }

    /** Returns the end of time for a process that ended before it could be asked. */
    private static Instant start(ProcessInfo process) {
        return process.startTime() == null ? Instant.MAX : process.startTime();
    }

    /** A process may hold it in several of its threads. */
    private boolean isNamedBefore(int index) {
        for (int i = 0; i < index; i++) {
            if (processes.get(i).owner() == processes.get(index).owner()) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the owners, when a process has become another program. */
    void forgetOwners() {
        owners = null;
    }

    Holding with(HeldProcess process) {
        List<HeldProcess> all = new ArrayList<>(processes);
        all.add(process);
        return of(all);
    }

    /** Returns null if this was the only one. */
    Holding without(HeldProcess process) {
        List<HeldProcess> others =
                processes.stream().filter(other -> other != process).toList();
        return others.isEmpty() ? null : of(others);
    }

    private static Holding of(List<HeldProcess> processes) {
        return processes.size() == 1 ? processes.getFirst().alone() : new Holding(processes);
    }

    List<HeldProcess> processes() {
        return processes;
    }
}
