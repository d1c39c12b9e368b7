// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.portio.core.linux.internal.ProcessTable.Stamp;

/** Looks into the descriptors of processes, on two threads where there are many. */
final class ProcessScan {

    /**
     * One look into a process.
     *
     * @param sockets inodes, ascending; null where they may not be read
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
            return look(processes, here);
        }
        // Every second one: neighbours by pid are alike, and so the halves take equally long.
        CompletableFuture<List<Look>> others =
                CompletableFuture.supplyAsync(() -> look(everySecond(processes, 1), there));
        List<Look> looks = look(everySecond(processes, 0), here);
        looks.addAll(others.join());
        return looks;
    }

    private static List<HeldProcess> everySecond(List<HeldProcess> processes, int first) {
        List<HeldProcess> half = new ArrayList<>(processes.size() / 2 + 1);
        for (int i = first; i < processes.size(); i += 2) {
            half.add(processes.get(i));
        }
        return half;
    }

    private static List<Look> look(List<HeldProcess> processes, ProcessTable table) {
        List<Look> looks = new ArrayList<>(processes.size());
        for (HeldProcess process : processes) {
            // The stamp first: what changes during the look is then seen as a change next time.
            Stamp stamp = table.stamp(process.pid());
            if (stamp != null) {
                looks.add(new Look(process, stamp, table.sockets(process.pid())));
            }
        }
        return looks;
    }
}
