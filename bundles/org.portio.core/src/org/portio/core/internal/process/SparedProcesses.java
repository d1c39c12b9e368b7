// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.Optional;
import java.util.function.LongFunction;
import org.portio.core.ProcessInfo;
import org.portio.core.system.OperatingSystem;

/**
 * Processes that are never ended: that would take down the machine, or PortIO and the terminal that it runs in.
 *
 * @param others why PortIO spares the process of this pid, as its own keeper; empty if it does not
 */
record SparedProcesses(LongFunction<String> others) {

    private static final long INIT = 1;
    private static final long KERNEL_THREADS = 2;

    /** Returns why it is spared; empty if it is not. */
    String refusal(ProcessInfo process) {
        long pid = process.pid();
        if (pid <= INIT) {
            return "PID " + pid + " is the system's first process; everything would end with it";
        }
        if (isKernelThread(process)) {
            return process.name() + " (PID " + pid + ") is a thread of the kernel, which cannot be ended";
        }
        if (pid == ProcessHandle.current().pid()) {
            return "PID " + pid + " is PortIO itself";
        }
        if (isAncestor(pid)) {
            return process.name() + " (PID " + pid
                    + ") has started PortIO, which would end with it; end it from elsewhere";
        }
        return others.apply(pid);
    }

    /** Returns whether it may be a supervisor: PortIO's own ancestors, such as the shell that it was called from, are none. */
    boolean mayStartItAgain(ProcessInfo parent) {
        return parent.pid() > INIT && parent.pid() != ProcessHandle.current().pid() && !isAncestor(parent.pid());
    }

    /**
     * Returns whether the process is a child of pid 2, the parent of all kernel threads; they have no file and no
     * arguments.
     */
    private static boolean isKernelThread(ProcessInfo process) {
        return OperatingSystem.isLinux()
                && (process.pid() == KERNEL_THREADS || process.parentPid() == KERNEL_THREADS)
                && process.commandLine().isEmpty()
                && process.executable().isEmpty();
    }

    private static boolean isAncestor(long pid) {
        Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
        while (ancestor.isPresent()) {
            if (ancestor.get().pid() == pid) {
                return true;
            }
            ancestor = ancestor.get().parent();
        }
        return false;
    }
}
