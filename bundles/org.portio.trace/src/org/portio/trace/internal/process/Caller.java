// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.process;

import java.nio.file.Path;
import org.portio.core.kernel.Syscalls;

/** A process that waits in a call, by a descriptor that never comes to mean another one. */
public final class Caller implements AutoCloseable {

    private final Syscalls kernel;
    private final int pid;
    private final int thread;
    private final int descriptor;

    Caller(Syscalls kernel, int pid, int thread, int descriptor) {
        this.kernel = kernel;
        this.pid = pid;
        this.thread = thread;
        this.descriptor = descriptor;
    }

    public int pid() {
        return pid;
    }

    /** Returns its folder in {@code /proc}, with the descriptors that the calling thread has. */
    public Path folder() {
        return ProcessFile.folder(thread);
    }

    /** Takes a copy of one of its descriptors, which closes when a program is run; -1 if it cannot be had. */
    public int take(int theirs) {
        return descriptor < 0 ? -1 : (int) kernel.call(Syscalls.PIDFD_GETFD, descriptor, theirs, 0, 0);
    }

    @Override
    public void close() {
        if (descriptor >= 0) {
            kernel.call(Syscalls.CLOSE, descriptor, 0, 0, 0);
        }
    }
}
