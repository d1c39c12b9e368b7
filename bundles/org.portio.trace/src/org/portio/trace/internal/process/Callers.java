// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.portio.core.kernel.Syscalls;

/** Finds the processes of threads that call. One object serves one thread. */
public final class Callers {

    /** Threads that are remembered; a program that makes one for each call shall not fill the memory. */
    private static final int MOST = 1000;

    private final Syscalls kernel;
    private final Map<Integer, Integer> processes = new HashMap<>();

    public Callers(Syscalls kernel) {
        this.kernel = kernel;
    }

    /** Opens the process of a thread, to be closed before the next one. */
    public Caller of(int thread) {
        int descriptor = (int) kernel.call(Syscalls.PIDFD_OPEN, thread, 0, 0, 0);
        if (descriptor >= 0 || kernel.errno() == Syscalls.EMFILE) {
            return new Caller(kernel, thread, thread, descriptor);
        }
        int process = process(thread);
        return new Caller(kernel, process, thread, (int) kernel.call(Syscalls.PIDFD_OPEN, process, 0, 0, 0));
    }

    private int process(int thread) {
        Integer remembered = processes.get(thread);
        if (remembered != null && Files.exists(task(remembered, thread))) {
            return remembered;
        }
        int found = (int) ProcessFile.status(ProcessFile.folder(thread), "Tgid").orElse(thread);
        if (processes.size() >= MOST) {
            processes.clear();
        }
        processes.put(thread, found);
        return found;
    }

    private static Path task(int process, int thread) {
        return Path.of("/proc", Integer.toString(process), "task", Integer.toString(thread));
    }
}
