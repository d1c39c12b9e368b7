// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The kernel's calls, all through libc's {@code syscall(2)}: one shape of downcall is linked once, while each further
 * shape costs milliseconds at start. Memory is passed by address; whoever calls keeps it alive.
 */
final class Syscalls {

    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int ESTALE = 116;
    static final int AT_FDCWD = -100;
    static final int O_CLOEXEC = 0x80000;
    static final int O_DIRECTORY_CLOEXEC;

    private static final boolean X86 = "amd64".equals(System.getProperty("os.arch"));
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final long ERRNO = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle SYSCALL = link();

    static final int SOCKET = X86 ? 41 : 198;
    static final int SENDTO = X86 ? 44 : 206;
    static final int RECVFROM = X86 ? 45 : 207;
    static final int READ = X86 ? 0 : 63;
    static final int CLOSE = X86 ? 3 : 57;
    static final int OPENAT = X86 ? 257 : 56;
    static final int GETDENTS64 = X86 ? 217 : 61;
    static final int READLINKAT = X86 ? 267 : 78;
    static final int NEWFSTATAT = X86 ? 262 : 79;
    static final int SETNS = X86 ? 308 : 268;

    static {
        int directory = X86 ? 0x10000 : 0x4000;
        O_DIRECTORY_CLOEXEC = directory | O_CLOEXEC;
    }

    private final MemorySegment state = Arena.ofAuto().allocate(CALL_STATE);

    private static MethodHandle link() {
        Linker linker = Linker.nativeLinker();
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("syscall"),
                FunctionDescriptor.of(word, word, word, word, word, word, word, word),
                Linker.Option.captureCallState("errno"));
    }

    /** The call's result; -1 where it failed, for the reason that {@link #errno()} then gives. */
    long call(int number, long a, long b, long c, long d) {
        try {
            return (long) SYSCALL.invokeExact(state, (long) number, a, b, c, d, 0L, 0L);
        } catch (Throwable e) {
            throw new IllegalStateException("calling the kernel failed", e);
        }
    }

    int errno() {
        return state.get(ValueLayout.JAVA_INT, ERRNO);
    }
}
