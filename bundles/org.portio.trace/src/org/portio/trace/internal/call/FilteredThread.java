// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.portio.core.kernel.Kernel;
import org.portio.core.kernel.Syscalls;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.system.OperatingSystem;
import org.portio.trace.Availability.Obstacle;
import org.portio.trace.CallKind;

/** Gives the calling thread a filter, which it, what it starts and all descendants have for good. */
public final class FilteredThread {

    private static final int SET_MODE_FILTER = 1;
    private static final int NEW_LISTENER = 8;
    private static final int WAIT_KILLABLE = 32;
    private static final int NO_NEW_PRIVILEGES = 38;
    private static final String LOOKING_AT_OTHERS = "kernel/yama/ptrace_scope";
    private static final String ONLY_ROOT = "2";
    private static final String NOBODY = "3";

    private FilteredThread() {}

    /**
     * A listener, or the reason for none.
     *
     * @param descriptor -1 if there is none
     * @param obstacle null if there is none
     */
    public record Result(int descriptor, Obstacle obstacle) {}

    /** Sets the filter; what it lets pass is not changed if this fails. */
    public static Result set(Set<CallKind> asked) {
        if (!OperatingSystem.isLinux()) {
            return new Result(-1, Obstacle.SYSTEM);
        }
        return Kernel.isCallable() ? onLinux(asked) : new Result(-1, Obstacle.ARCHITECTURE);
    }

    private static Result onLinux(Set<CallKind> asked) {
        Syscalls kernel = new Syscalls();
        boolean root = kernel.call(Syscalls.GETEUID, 0, 0, 0, 0) == 0;
        String scope = SystemSettings.value(LOOKING_AT_OTHERS).orElse("");
        if (scope.equals(NOBODY) || scope.equals(ONLY_ROOT) && !root) {
            return new Result(-1, Obstacle.UNREADABLE);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment filter = Filter.of(asked, arena);
            // With the right to do so, programs that run with more rights than their user's, such as sudo, still can.
            long descriptor = set(kernel, filter);
            if (descriptor < 0 && kernel.errno() == Syscalls.EACCES) {
                kernel.call(Syscalls.PRCTL, NO_NEW_PRIVILEGES, 1, 0, 0);
                descriptor = set(kernel, filter);
            }
            return descriptor >= 0 ? new Result((int) descriptor, null) : new Result(-1, obstacle(kernel.errno()));
        }
    }

    private static long set(Syscalls kernel, MemorySegment filter) {
        return kernel.call(Syscalls.SECCOMP, SET_MODE_FILTER, NEW_LISTENER | WAIT_KILLABLE, filter.address(), 0);
    }

    private static Obstacle obstacle(int errno) {
        return switch (errno) {
            case Syscalls.EBUSY -> Obstacle.ALREADY_TRACED;
            case Syscalls.EINVAL, Syscalls.ENOSYS -> Obstacle.KERNEL_TOO_OLD;
            default -> Obstacle.FORBIDDEN;
        };
    }
}
