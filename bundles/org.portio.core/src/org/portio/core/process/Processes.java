// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.ProcessInfo;
import org.portio.core.internal.process.SystemProcesses;

/**
 * Reads the processes of this machine, one at a time. All start times come from the same clock and are computed in the same
 * way, so that they can be compared. Called from any thread but the UI's.
 */
@ProviderType
public interface Processes {

    /** Returns the process that has this pid now; empty if none has. */
    Optional<ProcessInfo> read(long pid);

    /** Returns those that it has started and that still run. */
    List<ProcessInfo> children(ProcessInfo process);

    /** Returns its origin; empty if it has ended, or its pid is another process's by now. */
    Optional<ProcessOrigin> origin(ProcessInfo process);

    /** Tells what the process does now. */
    default ProcessState state(@SuppressWarnings("unused") ProcessInfo process) {
        return ProcessState.UNKNOWN;
    }

    /** Returns the working directory of the process; empty if it cannot be read, or the process has ended. */
    default String workingDirectory(ProcessInfo process) {
        return origin(process).map(ProcessOrigin::workingDirectory).orElse("");
    }

    /** Ids of the users who may end it without privileges, its real and its saved one; empty if they are unknown. */
    default Set<String> masters(@SuppressWarnings("unused") ProcessInfo process) {
        return Set.of();
    }

    /** Returns those of this machine. */
    static Processes ofSystem() {
        return ofSystem(List.of());
    }

    /** Returns those of this machine, in which these recognize something, too, the first before the others. */
    static Processes ofSystem(List<Recognizer> more) {
        SystemProcesses processes = new SystemProcesses();
        more.forEach(one -> processes.addRecognizer(one, Map.of()));
        return processes;
    }
}
