// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.portio.core.linux.internal.owner.ProcessTable.Stamp;

/** Looks into the descriptors of processes, on two threads if there are many. */
final class ProcessScan {

    /**
     * One look into a process.
     *
     * @param sockets inodes, ascending; null if they may not be read
     */
    record Look(HeldProcess process, Stamp stamp, int[] sockets) {}

    /** Below it, a second thread costs more than it saves. */
    private static final int MANY = 64;

    private final ProcessTable here;
    private final ProcessTable there;

    /** Each thread reads through a table of its own. */
    ProcessScan(Supplier<? extends ProcessTable> tables) {
        here = tables.get();
        there = tables.get();
    }

    ProcessTable table() {
        return here;
    }

    List<Look> look(List<HeldProcess> processes) {
        if (processes.size() < MANY) {
            return look(processes, new AtomicInteger(), here);
        }
        // Each thread takes the next one when it is ready: some have a thousand times the descriptors of others.
        AtomicInteger next = new AtomicInteger();
        CompletableFuture<List<Look>> others = CompletableFuture.supplyAsync(() -> look(processes, next, there));
        List<Look> looks = look(processes, next, here);
        looks.addAll(others.join());
        return looks;
    }

    private static List<Look> look(List<HeldProcess> processes, AtomicInteger next, ProcessTable table) {
        List<Look> looks = new ArrayList<>(processes.size());
        for (int i = next.getAndIncrement(); i < processes.size(); i = next.getAndIncrement()) {
            // The stamp first: what changes during the look is then seen as a change next time.
            HeldProcess process = processes.get(i);
            Stamp stamp = table.stamp(process.pid());
            if (stamp != null) {
                looks.add(new Look(process, stamp, table.sockets(process.pid())));
            }
        }
        return looks;
    }
}
