// SPDX-License-Identifier: EPL-2.0
package org.portio.core.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The kernel's calls, all through libc's {@code syscall(2)}: one shape of downcall is linked once, while each further
 * shape costs milliseconds at start. Memory is passed by address; whoever calls keeps it alive. One object serves one
 * thread at a time.
 */
public final class Syscalls {

    public static final int EPERM = 1;
    public static final int ENOENT = 2;
    public static final int ESRCH = 3;
    public static final int EINTR = 4;
    public static final int EAGAIN = 11;
    public static final int EACCES = 13;
    public static final int EBUSY = 16;
    public static final int EINVAL = 22;
    public static final int ENFILE = 23;
    public static final int EMFILE = 24;
    public static final int ENOSYS = 38;
    public static final int EOPNOTSUPP = 95;
    public static final int EAFNOSUPPORT = 97;
    public static final int EADDRINUSE = 98;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ENOBUFS = 105;
    public static final int ESTALE = 116;
    public static final int SOL_SOCKET = 1;
    public static final int SO_REUSEADDR = 2;
    public static final int SO_RCVBUF = 8;
    /** The same as {@link #SO_RCVBUF}, beyond the system's limit; for CAP_NET_ADMIN. */
    public static final int SO_RCVBUFFORCE = 33;

    public static final int AT_FDCWD = -100;
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    public static final int O_DIRECTORY_CLOEXEC;

    /** Whether this is an x86-64 processor; the only other one that is known here is ARM64. */
    public static final boolean X86 = "amd64".equals(System.getProperty("os.arch"));

    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final int ERRNO = offsetOf("errno");
    private static final MethodHandle SYSCALL = link("syscall");

    public static final int SOCKET = X86 ? 41 : 198;
    public static final int SENDTO = X86 ? 44 : 206;
    public static final int RECVFROM = X86 ? 45 : 207;
    public static final int SENDMSG = X86 ? 46 : 211;
    public static final int RECVMSG = X86 ? 47 : 212;
    public static final int SHUTDOWN = X86 ? 48 : 210;
    public static final int ACCEPT = X86 ? 43 : 202;
    public static final int ACCEPT4 = X86 ? 288 : 242;
    public static final int CONNECT = X86 ? 42 : 203;
    public static final int BIND = X86 ? 49 : 200;
    public static final int LISTEN = X86 ? 50 : 201;
    public static final int GETSOCKNAME = X86 ? 51 : 204;
    public static final int SETSOCKOPT = X86 ? 54 : 208;
    public static final int GETSOCKOPT = X86 ? 55 : 209;
    public static final int EXECVE = X86 ? 59 : 221;
    public static final int WAIT4 = X86 ? 61 : 260;
    public static final int KILL = X86 ? 62 : 129;
    public static final int TGKILL = X86 ? 234 : 131;
    public static final int GETTID = X86 ? 186 : 178;
    public static final int RT_SIGACTION = X86 ? 13 : 134;
    public static final int RT_SIGPROCMASK = X86 ? 14 : 135;
    public static final int RT_SIGTIMEDWAIT = X86 ? 128 : 137;
    public static final int DUP3 = X86 ? 292 : 24;
    public static final int PIPE2 = X86 ? 293 : 59;
    public static final int IOCTL = X86 ? 16 : 29;
    public static final int READ = X86 ? 0 : 63;
    public static final int CLOSE = X86 ? 3 : 57;
    public static final int OPENAT = X86 ? 257 : 56;
    public static final int GETDENTS64 = X86 ? 217 : 61;
    public static final int READLINKAT = X86 ? 267 : 78;
    public static final int NEWFSTATAT = X86 ? 262 : 79;
    public static final int SETNS = X86 ? 308 : 268;
    public static final int GETEUID = X86 ? 107 : 175;
    public static final int KCMP = X86 ? 312 : 272;
    public static final int SETSID = X86 ? 112 : 157;
    public static final int PPOLL = X86 ? 271 : 73;
    public static final int FCNTL = X86 ? 72 : 25;
    public static final int EPOLL_CTL = X86 ? 233 : 21;
    public static final int UNSHARE = X86 ? 272 : 97;
    public static final int PRCTL = X86 ? 157 : 167;
    public static final int SECCOMP = X86 ? 317 : 277;
    public static final int PROCESS_VM_READV = X86 ? 310 : 270;
    public static final int PIDFD_SEND_SIGNAL = 424;
    public static final int IO_URING_SETUP = 425;
    public static final int PIDFD_OPEN = 434;
    public static final int PIDFD_GETFD = 438;

    static {
        int directory = X86 ? 0x10000 : 0x4000;
        O_DIRECTORY_CLOEXEC = directory | O_CLOEXEC;
    }

    private final MemorySegment state = Arena.ofAuto().allocate(CALL_STATE);
    private final ByteBuffer stateBytes = state.asByteBuffer().order(ByteOrder.nativeOrder());

    /** Walks over the members. Java's own way, by a path, makes ten classes at each start; so does reading by a layout. */
    private static int offsetOf(String name) {
        int offset = 0;
        for (MemoryLayout member : CALL_STATE.memberLayouts()) {
            if (name.equals(member.name().orElse(""))) {
                return offset;
            }
            offset += (int) member.byteSize();
        }
        throw new IllegalStateException("this Java does not keep " + name);
    }

    /** Returns a function of the C library in the one shape; what a function does not take, it does not look at. */
    private static MethodHandle link(String function) {
        Linker linker = Linker.nativeLinker();
        ValueLayout.OfLong word = ValueLayout.JAVA_LONG;
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(function),
                FunctionDescriptor.of(word, word, word, word, word, word, word, word),
                Linker.Option.captureCallState("errno"));
    }

    /** Returns the call's result; -1 if it failed, for the reason that {@link #errno()} then gives. */
    public long call(int number, long a, long b, long c, long d) {
        return call(number, a, b, c, d, 0);
    }

    /** Returns the same, for calls of five arguments. */
    public long call(int number, long a, long b, long c, long d, long e) {
        try {
            return (long) SYSCALL.invokeExact(state, (long) number, a, b, c, d, e, 0L);
        } catch (Throwable failure) {
            throw new IllegalStateException("calling the kernel failed", failure);
        }
    }

    /**
     * Calls a function of the C library that takes up to six whole numbers and pointers, and gives a whole number. It is linked
     * at each call, which costs little, for it has the shape of all calls here.
     */
    public long function(String name, long... arguments) {
        long[] six = Arrays.copyOf(arguments, 6);
        try {
            return (long) link(name).invokeExact(state, six[0], six[1], six[2], six[3], six[4], six[5], 0L);
        } catch (Throwable failure) {
            throw new IllegalStateException("calling " + name + " failed", failure);
        }
    }

    /** Returns whether the C library has this function. */
    public static boolean hasFunction(String name) {
        return Linker.nativeLinker().defaultLookup().find(name).isPresent();
    }

    /** Returns why the latest call of this object failed, as errno(3) has it. */
    public int errno() {
        return stateBytes.getInt(ERRNO);
    }
}
