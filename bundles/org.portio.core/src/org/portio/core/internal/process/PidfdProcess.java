// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Optional;
import org.portio.core.kernel.Syscalls;

/** A Linux process by a descriptor of it (pidfd_open(2)), which never comes to mean another one. */
final class PidfdProcess implements RunningProcess {

    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;
    private static final int SIGCONT = 18;
    private static final short POLLIN = 1;
    private static final long POLL_FD = 8;

    private final Syscalls kernel = new Syscalls();
    private final long descriptor;

    private PidfdProcess(long pid) throws ProcessHandles.UnsupportedException {
        descriptor = kernel.call(Syscalls.PIDFD_OPEN, pid, 0, 0, 0);
        if (descriptor < 0 && kernel.errno() != Syscalls.ESRCH) {
            throw new ProcessHandles.UnsupportedException();
        }
    }

    /**
     * Returns the process that has this pid now; empty if none has.
     *
     * @throws ProcessHandles.UnsupportedException before Linux 5.3, or if a sandbox forbids the call
     */
    static Optional<RunningProcess> open(long pid) throws ProcessHandles.UnsupportedException {
        PidfdProcess process = new PidfdProcess(pid);
        return process.descriptor < 0 ? Optional.empty() : Optional.of(process);
    }

    @Override
    public Answer ask() {
        return send(SIGTERM);
    }

    @Override
    public void resume() {
        send(SIGCONT);
    }

    @Override
    public Answer force() {
        return send(SIGKILL);
    }

    private Answer send(int signal) {
        if (kernel.call(Syscalls.PIDFD_SEND_SIGNAL, descriptor, signal, 0, 0) == 0) {
            return Answer.SENT;
        }
        return kernel.errno() == Syscalls.ESRCH ? Answer.GONE : Answer.DENIED;
    }

    /** The descriptor becomes readable when it has ended, also while its parent has not asked how. */
    @Override
    public boolean awaitEnd(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment poll = arena.allocate(POLL_FD, 8);
            poll.set(ValueLayout.JAVA_INT, 0, (int) descriptor);
            poll.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
            MemorySegment time = arena.allocate(2 * Long.BYTES, 8);
            while (true) {
                long left = Math.max(0, end - System.nanoTime());
                time.setAtIndex(ValueLayout.JAVA_LONG, 0, left / 1_000_000_000);
                time.setAtIndex(ValueLayout.JAVA_LONG, 1, left % 1_000_000_000);
                long ready = kernel.call(Syscalls.PPOLL, poll.address(), 1, time.address(), 0);
                if (ready >= 0 || kernel.errno() != Syscalls.EINTR) {
                    return ready > 0;
                }
            }
        }
    }

    @Override
    public void close() {
        kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
    }
}
