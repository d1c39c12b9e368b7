// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portio.core.ProcessInfo;
import org.portio.core.internal.process.SystemProcesses;

/**
 * Reads the processes of this machine, one at a time. All start times come from the same clock and are computed in the same
 * way, so that they can be compared. Called from any thread but the UI's.
 */
public interface Processes {

    /** The process that has this pid now; empty where none has. */
    Optional<ProcessInfo> read(long pid);

    /** Those that it has started and that still run. */
    List<ProcessInfo> children(ProcessInfo process);

    /** Where it comes from; empty where it has ended, or its pid is another process's by now. */
    Optional<ProcessOrigin> origin(ProcessInfo process);

    /** Tells what the process does now. */
    default ProcessState state(@SuppressWarnings("unused") ProcessInfo process) {
        return ProcessState.UNKNOWN;
    }

    /** Ids of the users who may end it without privileges, its real and its saved one; empty where they are not known. */
    default Set<String> masters(@SuppressWarnings("unused") ProcessInfo process) {
        return Set.of();
    }

    /** Those of this machine. */
    static Processes ofSystem() {
        return new SystemProcesses();
    }
}
