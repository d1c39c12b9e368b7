// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.portio.core.kernel.Syscalls;

/**
 * Tells whether a signal came to this process alone or to all of its process group, as the terminal's do; the kernel does
 * not say. It is a process of the group that does nothing and has all signals wait: what was sent to the group waits there,
 * too. A group's newest process gets a signal first, so it is there when it comes here. It reads from a pipe of this
 * process, and ends with it.
 */
final class Witness {

    private static final int O_CLOEXEC = 0x80000;
    private static final int KILL = 9;

    private final Signals signals = new Signals();
    private final int pipe = pipe();
    private int pid = spawn();

    Witness() throws IOException {}

    /** Returns the pipe's end that is read; the other one stays open as long as this process. */
    private static int pipe() throws IOException {
        Syscalls kernel = new Syscalls();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment ends = arena.allocate(8, 4);
            if (kernel.call(Syscalls.PIPE2, ends.address(), O_CLOEXEC, 0, 0) < 0) {
                throw new IOException("cannot create a pipe: errno " + kernel.errno());
            }
            return ends.get(ValueLayout.JAVA_INT, 0);
        }
    }

    int pid() {
        return pid;
    }

    private int spawn() throws IOException {
        return new PosixSpawn(List.of("cat"), System.getenv(), pipe, 0, Signals.ALL).start();
    }

    /**
     * Returns whether all of the group got a signal that has come here. What the witness has seen stays with it, so another one takes
     * its place; signals of the same number that come meanwhile are taken for the group's, for they cannot be told apart.
     */
    boolean saw(int signal) throws IOException {
        if ((seen(pid) & Signals.bit(signal)) == 0) {
            return false;
        }
        int seer = pid;
        pid = spawn();
        signals.forget(seen(seer));
        signals.send(seer, KILL);
        ChildStatus.awaitEnd(seer);
        return true;
    }

    private static long seen(int pid) throws IOException {
        return Signals.of(pid, "ShdPnd") & Signals.ALL & ~Signals.bit(Signals.CHLD);
    }
}
