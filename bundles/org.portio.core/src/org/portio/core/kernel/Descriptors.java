// SPDX-License-Identifier: EPL-2.0
package org.portio.core.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The descriptors that this process has left. */
public final class Descriptors {

    private static final int LIMIT = SystemSettings.openFilesLimit().orElse(Integer.MAX_VALUE);

    private Descriptors() {}

    /**
     * Tells whether hardly more than this many are left. The kernel gives out the lowest one that is free, so the number of
     * the next one says it. False on a system whose kernel is not called here.
     */
    public static boolean areScarce(int spare) {
        return LIMIT != Integer.MAX_VALUE && Kernel.isCallable() && next() >= LIMIT - spare;
    }

    private static int next() {
        Syscalls kernel = new Syscalls();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment path = arena.allocateFrom("/");
            long descriptor = kernel.call(Syscalls.OPENAT, Syscalls.AT_FDCWD, path.address(), Syscalls.O_CLOEXEC, 0);
            if (descriptor < 0) {
                return kernel.errno() == Syscalls.EMFILE ? Integer.MAX_VALUE : 0;
            }
            kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
            return (int) descriptor;
        }
    }
}
