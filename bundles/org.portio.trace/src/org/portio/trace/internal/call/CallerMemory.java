// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.portio.core.kernel.Syscalls;

/** Reads what is in the memory of a process that waits. One object serves one thread. */
public final class CallerMemory {

    private static final int LONGEST = 128;
    private static final long IOVEC = 16;

    private final Syscalls kernel;
    private final MemorySegment here;
    private final MemorySegment ours;
    private final MemorySegment theirs;

    public CallerMemory(Syscalls kernel) {
        this.kernel = kernel;
        Arena arena = Arena.ofAuto();
        here = arena.allocate(LONGEST, 8);
        ours = arena.allocate(IOVEC, 8);
        theirs = arena.allocate(IOVEC, 8);
        ours.set(ValueLayout.ADDRESS, 0, here);
    }

    /**
     * Reads once.
     *
     * @param length at most 128 bytes count
     * @return what was read, valid until the next reading; empty if it cannot be read
     */
    public MemorySegment read(int process, long address, int length) {
        int wanted = Math.clamp(length, 0, LONGEST);
        ours.set(ValueLayout.JAVA_LONG, 8, wanted);
        theirs.set(ValueLayout.JAVA_LONG, 0, address);
        theirs.set(ValueLayout.JAVA_LONG, 8, wanted);
        long read = kernel.call(Syscalls.PROCESS_VM_READV, process, ours.address(), 1, theirs.address(), 1);
        return here.asSlice(0, Math.max(0, read));
    }
}
