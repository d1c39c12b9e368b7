// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.function.LongFunction;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.internal.process.NotedEnder;
import org.portio.core.internal.process.SafeProcessEnder;
import org.portio.core.system.ActionLog;

/**
 * Ends processes. Between the look at a process and its end, its pid may be given to another one: on Linux a pidfd makes
 * sure that no other is hit, elsewhere the start time is compared immediately before. Calls come from any thread but the
 * UI's.
 */
@ProviderType
public interface ProcessEnder {

    /** Tells what ending this process would hit, by this snapshot. */
    EndImpact impact(ProcessInfo process, Snapshot snapshot);

    /**
     * Asks or forces the processes to end, waits for them, and looks at the port when all have ended. Parents come first:
     * their children often end with them.
     *
     * @throws ConnectionException if it cannot be found out who holds the port
     */
    EndResult end(EndRequest request) throws ConnectionException;

    /**
     * Returns one over this machine, which notes what it ends in this user's log of actions.
     *
     * @param spared why the process of a pid is never ended, such as PortIO's keeper; empty if it may be
     */
    static ProcessEnder over(Processes processes, ConnectionMonitor monitor, LongFunction<String> spared) {
        return over(processes, monitor, spared, ActionLog.ofSystem());
    }

    /**
     * Returns one over this machine.
     *
     * @param spared why the process of a pid is never ended, such as PortIO's keeper; empty if it may be
     * @param actions takes a line for each process that is to be ended
     */
    static ProcessEnder over(
            Processes processes, ConnectionMonitor monitor, LongFunction<String> spared, ActionLog actions) {
        return new NotedEnder(SafeProcessEnder.over(processes, monitor, spared), actions);
    }

    /**
     * Returns why PortIO never ends this process, one sentence for the user; empty if it may.
     *
     * @param spared why others spare the process of this pid; empty if they do not
     */
    static String refusal(ProcessInfo process, LongFunction<String> spared) {
        return SafeProcessEnder.refusal(process, spared);
    }
}
