// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.util.function.IntConsumer;

/** What the kernel tells of processes and their sockets. For one thread at a time. */
interface ProcessTable {

    /** What tells whether a process must be looked into again; see {@link #stamp(int)}. */
    record Stamp(long inode, long descriptors) {}

    /** Pid given out last, to a process or a thread: while it is the same, there is no new process. */
    long newestPid();

    /** Every process there is, in the order of the kernel. */
    void pids(IntConsumer sink);

    /**
     * Inode of the process's directory of descriptors, which another process with the same pid does not share, and the
     * number of its descriptors (0 before Linux 6.2). Null where the process has ended.
     */
    Stamp stamp(int pid);

    /** Inodes of the process's sockets, ascending, each once; null where they may not be read, empty where it has ended. */
    int[] sockets(int pid);
}
