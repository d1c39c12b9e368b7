// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.portio.core.process.ProcessReader;

/**
 * Threads that have descriptors of their own. Threads of a process mostly share one table of descriptors, which its main
 * thread shows; but a thread may part from it (unshare(2)), and a main thread that has ended shows none.
 */
final class ThreadTables {

    private static final int[] NONE = {};

    private final ProcessTable table;
    private final ProcessReader reader;

    ThreadTables(ProcessTable table, ProcessReader reader) {
        this.table = table;
        this.reader = reader;
    }

    /** Adds such threads to the processes that are known, and gives those that are new. */
    List<HeldProcess> addTo(Map<Integer, HeldProcess> processes) {
        List<HeldProcess> found = new ArrayList<>();
        for (HeldProcess process : List.copyOf(processes.values())) {
            for (int thread : process.isThread() ? List.<Integer>of() : apart(process)) {
                if (!processes.containsKey(thread)) {
                    HeldProcess held = new HeldProcess(thread, process.pid(), reader, table);
                    processes.put(thread, held);
                    found.add(held);
                }
            }
        }
        return found;
    }

    /** Returns one thread for each table of descriptors that the main thread of this process does not show. */
    private List<Integer> apart(HeldProcess process) {
        List<Integer> tables = new ArrayList<>(List.of(process.pid()));
        for (int thread : threads(process)) {
            if (thread != process.pid() && !isKnown(thread, tables)) {
                tables.add(thread);
            }
        }
        return tables.subList(1, tables.size());
    }

    /**
     * Threads to be compared; none of a process that may not be looked into. There, its newest thread answers for all, since
     * a main thread that has ended may not be looked into, either, although the others may.
     */
    private int[] threads(HeldProcess process) {
        int[] threads = table.threads(process.pid());
        boolean alone = threads.length < 2;
        return alone || !process.isReadable() && table.sockets(threads[threads.length - 1]) == null ? NONE : threads;
    }

    private boolean isKnown(int thread, List<Integer> tables) {
        for (int known : tables) {
            if (table.shareDescriptors(known, thread)) {
                return true;
            }
        }
        return false;
    }
}
