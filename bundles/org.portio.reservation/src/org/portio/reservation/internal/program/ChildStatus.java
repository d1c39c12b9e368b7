// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.portio.core.kernel.Syscalls;

/**
 * The status of a child, as wait4(2) reports it.
 *
 * @param stopped whether it can be continued; otherwise it has ended
 * @param value the signal that stopped it, or its exit code: 128 plus the signal if one ended it
 */
record ChildStatus(boolean stopped, int value) {

    private static final int WNOHANG = 1;
    private static final int WUNTRACED = 2;
    private static final int STOPPED = 0x7f;

    /** Waits for the end. */
    static int awaitEnd(int pid) {
        return of(pid, 0).orElseThrow().value;
    }

    /** Returns what has happened since this was asked before; empty if nothing has. */
    static Optional<ChildStatus> poll(int pid) {
        return of(pid, WNOHANG | WUNTRACED);
    }

    /** Lets the system forget a child, if it has ended. */
    static void forget(int pid) {
        new Syscalls().call(Syscalls.WAIT4, pid, 0, WNOHANG, 0);
    }

    private static Optional<ChildStatus> of(int pid, int options) {
        Syscalls kernel = new Syscalls();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
            long found;
            do {
                found = kernel.call(Syscalls.WAIT4, pid, status.address(), options, 0);
            } while (found < 0 && kernel.errno() == Syscalls.EINTR);
            if (found < 0) {
                throw new IllegalStateException("waiting for the program failed: errno " + kernel.errno());
            }
            return found == 0 ? Optional.empty() : Optional.of(read(status.get(ValueLayout.JAVA_INT, 0)));
        }
    }

    private static ChildStatus read(int status) {
        int signal = status & 0x7f;
        int code = status >> 8 & 0xff;
        return signal == STOPPED
                ? new ChildStatus(true, code)
                : new ChildStatus(false, signal == 0 ? code : 128 + signal);
    }
}
