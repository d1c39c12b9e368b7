// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.call;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.portio.core.kernel.Syscalls;

/** The end of a filter at which calls wait, and are answered (seccomp_unotify(2)). One object serves one thread. */
public final class Listener {

    /** The result of waiting. */
    public enum Wait {
        CALL,
        /** Nobody is left who could call. */
        OVER,
        AGAIN
    }

    private static final long RECEIVE = 0xc0502100L;
    private static final long SEND = 0xc0182101L;
    private static final long IS_VALID = 0x40082102L;
    private static final long PUT = 0x40182103L;
    private static final long SET_FLAGS = 0x40082104L;
    private static final long WAKE_HERE = 1;
    private static final int LET_PROCEED = 1;
    private static final int AS_NUMBER = 1;
    private static final short POLLIN = 1;
    private static final short POLLHUP = 0x10;

    private final int descriptor;
    private final Syscalls kernel;
    private final CallerMemory memory;
    private final MemorySegment notice;
    private final MemorySegment response;
    private final MemorySegment put;
    private final MemorySegment id;
    private final MemorySegment poll;

    /** Makes one for a listener's descriptor, which several may have. */
    public Listener(int descriptor, Syscalls kernel) {
        this.descriptor = descriptor;
        this.kernel = kernel;
        memory = new CallerMemory(kernel);
        Arena arena = Arena.ofAuto();
        notice = arena.allocate(Notice.SIZE, 8);
        response = arena.allocate(24, 8);
        put = arena.allocate(24, 8);
        id = arena.allocate(8, 8);
        poll = arena.allocate(8, 8);
    }

    /** Returns another one for another thread. */
    public Listener copy(Syscalls other) {
        return new Listener(descriptor, other);
    }

    /** Lets the answered process run at once on this processor, which is waiting: since Linux 6.6, and only faster. */
    public void hurry() {
        kernel.call(Syscalls.IOCTL, descriptor, SET_FLAGS, WAKE_HERE, 0);
    }

    /** Waits for a call. */
    public Wait await() {
        poll.set(ValueLayout.JAVA_INT, 0, descriptor);
        poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
        poll.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
        if (kernel.call(Syscalls.PPOLL, poll.address(), 1, 0, 0) <= 0) {
            return Wait.AGAIN;
        }
        short events = poll.get(ValueLayout.JAVA_SHORT, 6);
        if ((events & POLLIN) != 0) {
            return Wait.CALL;
        }
        return (events & POLLHUP) != 0 ? Wait.OVER : Wait.AGAIN;
    }

    /** Takes the call in; false if its caller has gone meanwhile. */
    public boolean receive() {
        notice.fill((byte) 0);
        return kernel.call(Syscalls.IOCTL, descriptor, RECEIVE, notice.address(), 0) == 0;
    }

    /** Returns the number of the call that was taken in. */
    public long id() {
        return Notice.id(notice);
    }

    /** Reads the call that was taken in; empty if it cannot be understood. */
    public Optional<Notice> read() {
        return Notice.read(notice, memory);
    }

    public CallerMemory memory() {
        return memory;
    }

    /** Returns whether the caller still waits: what was read and opened before was the caller's, and nobody's who got its pid. */
    public boolean isWaiting(long call) {
        id.set(ValueLayout.JAVA_LONG, 0, call);
        return kernel.call(Syscalls.IOCTL, descriptor, IS_VALID, id.address(), 0) == 0;
    }

    /** Lets the kernel do what was asked for. */
    public boolean proceed(long call) {
        return send(call, 0, LET_PROCEED);
    }

    /** Ends the call with 0, or with the reason why it failed. */
    public boolean answer(long call, int errno) {
        return send(call, -errno, 0);
    }

    private boolean send(long call, int error, int flags) {
        response.set(ValueLayout.JAVA_LONG, 0, call);
        response.set(ValueLayout.JAVA_LONG, 8, 0);
        response.set(ValueLayout.JAVA_INT, 16, error);
        response.set(ValueLayout.JAVA_INT, 20, flags);
        return kernel.call(Syscalls.IOCTL, descriptor, SEND, response.address(), 0) == 0;
    }

    /**
     * Puts a socket of this process under a number of the caller's.
     *
     * @param flags {@link Syscalls#O_CLOEXEC} or 0
     */
    public boolean put(long call, int ours, int theirs, int flags) {
        put.set(ValueLayout.JAVA_LONG, 0, call);
        put.set(ValueLayout.JAVA_INT, 8, AS_NUMBER);
        put.set(ValueLayout.JAVA_INT, 12, ours);
        put.set(ValueLayout.JAVA_INT, 16, theirs);
        put.set(ValueLayout.JAVA_INT, 20, flags);
        return kernel.call(Syscalls.IOCTL, descriptor, PUT, put.address(), 0) >= 0;
    }

    public void close() {
        kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
    }
}
