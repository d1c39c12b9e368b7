// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Snapshot;

/**
 * The memory that a source costs.
 *
 * @param garbagePerSocket bytes allocated for a refresh, by all threads, for each socket
 * @param heap megabytes in use after a collection, with the newest snapshot held
 */
record Memory(double garbagePerSocket, double heap) {

    private static final int REFRESHES = 10;
    private static final double MEGABYTE = 1 << 20;

    static Memory of(ConnectionSource source) throws IOException {
        try {
            Snapshot snapshot = source.read();
            ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
            long before = threads.getTotalThreadAllocatedBytes();
            for (int i = 0; i < REFRESHES; i++) {
                snapshot = source.read();
            }
            long allocated = threads.getTotalThreadAllocatedBytes() - before;
            double heap = heapInUse() / MEGABYTE;
            int rows = snapshot.connections().size();
            return new Memory((double) allocated / REFRESHES / rows, heap);
        } catch (ConnectionException e) {
            throw new IOException(e);
        }
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
