// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.portio.core.ProcessInfo;

/**
 * The result of ending processes.
 *
 * @param ends one for each process, in the order of the request
 * @param port how it stands since all have ended; null if none was asked for, or one of them still runs
 */
public record EndResult(List<End> ends, PortAftermath port) {
    public EndResult {
        ends = List.copyOf(ends);
    }

    /**
     * The result of ending one process.
     *
     * @param detail one sentence for the user, without its full stop; empty if the outcome says all
     */
    public record End(ProcessInfo process, Outcome outcome, String detail) {}

    /** The state of a process after the wait. */
    public enum Outcome {
        /** The process has ended. */
        ENDED,
        /** The process was asked to end, and still runs. */
        STILL_RUNNING,
        /**
         * The process had ended before anything was done; its pid, which may belong to another one by now, was not
         * touched.
         */
        GONE,
        /** The process runs but no longer holds the port; it was not touched. */
        PORT_LEFT,
        /** PortIO never ends it: init, a kernel thread, PortIO itself and what it runs in. */
        REFUSED,
        /** The process was merely handed the socket, which another user created; it was not touched. */
        HANDED,
        /** The system does not let this user. */
        DENIED;

        /** Returns whether nothing is left to be done about the process. */
        public boolean isDone() {
            return this == ENDED || this == GONE || this == PORT_LEFT;
        }
    }

    /** Returns those of the processes that still run although they were asked to end. */
    public List<ProcessInfo> stillRunning() {
        return ends.stream()
                .filter(end -> end.outcome() == Outcome.STILL_RUNNING)
                .map(End::process)
                .toList();
    }
}
