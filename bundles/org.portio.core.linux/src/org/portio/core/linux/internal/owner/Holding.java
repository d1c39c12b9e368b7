// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

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

    /** Ordered by pid. The same list until something about the owners changes. */
    public List<ProcessInfo> owners() {
        if (owners == null) {
            List<ProcessInfo> infos = new ArrayList<>(processes.size());
            for (HeldProcess process : processes) {
                if (!isNamed(process, infos.size())) {
                    infos.add(process.info());
                }
            }
            // A record that keeps it does not copy such a list.
            owners = List.copyOf(infos);
        }
        return owners;
    }

    /** A process may hold it in several of its threads. */
    private boolean isNamed(HeldProcess process, int end) {
        for (int i = 0; i < end; i++) {
            if (processes.get(i).owner() == process.owner()) {
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
        // Not by Comparator's own methods: Java's cache leaves out the classes that these make.
        all.sort((a, b) -> Integer.compare(a.pid(), b.pid()));
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
