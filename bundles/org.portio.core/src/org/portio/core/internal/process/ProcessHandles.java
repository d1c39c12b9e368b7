// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.util.Optional;
import org.portio.core.kernel.Kernel;
import org.portio.core.system.CommandRunner;

/** Takes hold of processes in the surest way that this machine has. */
final class ProcessHandles {

    /** The kernel has no descriptors of processes. */
    static final class UnsupportedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final CommandRunner runner;

    ProcessHandles(CommandRunner runner) {
        this.runner = runner;
    }

    /** Returns the process that has this pid now; empty if none has. */
    Optional<RunningProcess> open(long pid) {
        if (Kernel.isCallable()) {
            try {
                return PidfdProcess.open(pid);
            } catch (UnsupportedException _) {
                // Java's handles compare start times before they act: good, but for a moment.
            }
        }
        return ProcessHandle.of(pid).map(handle -> new HandleProcess(handle, runner));
    }
}
