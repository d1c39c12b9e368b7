// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.owner;

import java.util.function.IntConsumer;

/**
 * The kernel's data on processes and their sockets. The id of a thread serves as that of a process if the thread's own
 * descriptors are meant. For one thread at a time.
 */
public interface ProcessTable {

    /** Shows whether a process must be inspected again; see {@link #stamp(int)}. */
    record Stamp(long inode, long descriptors) {}

    /** Uid that this process has its rights by. */
    long ownUser();

    /** The pid given out last, to a process or a thread: while it is the same, there is no new process. */
    long newestPid();

    /** Every process there is, in the order of the kernel. */
    void pids(IntConsumer sink);

    /**
     * Inode of the process's directory of descriptors, which another process with the same pid does not share, and the
     * number of its descriptors (0 before Linux 6.2). Null if the process has ended.
     */
    Stamp stamp(int pid);

    /** Ids of the process's threads, its main thread among them; none if it has ended. */
    int[] threads(int pid);

    /** Returns whether two threads, by their ids, have the same table of descriptors, or may have it. */
    boolean shareDescriptors(int thread, int other);

    /** Returns inodes of the process's sockets, ascending, each once; null if they may not be read, empty if it has ended. */
    int[] sockets(int pid);
}
