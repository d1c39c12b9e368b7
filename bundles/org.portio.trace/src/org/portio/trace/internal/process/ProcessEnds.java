// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import org.portio.core.kernel.Syscalls;

/** Waits for the end of processes, and has orphans come to this one. */
public final class ProcessEnds {

    private static final int SET_CHILD_SUBREAPER = 36;
    private static final short POLLIN = 1;

    private ProcessEnds() {}

    /** Makes this process the parent of descendants whose own one ends, in place of the system's first process. */
    public static void adoptOrphans() {
        new Syscalls().call(Syscalls.PRCTL, SET_CHILD_SUBREAPER, 1, 0, 0);
    }

    /** Waits until this process has ended or the time is over. */
    public static void await(long pid, Duration limit) {
        Syscalls kernel = new Syscalls();
        long descriptor = kernel.call(Syscalls.PIDFD_OPEN, pid, 0, 0, 0);
        if (descriptor < 0) {
            return;
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(8, 8);
            poll.set(ValueLayout.JAVA_INT, 0, (int) descriptor);
            poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
            MemorySegment time = arena.allocate(2 * Long.BYTES, 8);
            time.setAtIndex(ValueLayout.JAVA_LONG, 0, limit.toSeconds());
            time.setAtIndex(ValueLayout.JAVA_LONG, 1, limit.toNanosPart());
            kernel.call(Syscalls.PPOLL, poll.address(), 1, time.address(), 0);
        } finally {
            kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
        }
    }
}
