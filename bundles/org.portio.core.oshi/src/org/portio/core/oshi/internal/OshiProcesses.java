// SPDX-License-Identifier: EPL-2.0
package org.portio.core.oshi.internal;

import java.time.Instant;
import java.util.List;
import org.portio.core.ProcessInfo;
import org.portio.core.system.User;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** Processes by OSHI. Nothing is kept: a pid may be another process, and a process another program, a moment later. */
final class OshiProcesses {

    private final OperatingSystem system;

    OshiProcesses(OperatingSystem system) {
        this.system = system;
    }

    /** Returns the process with this pid as the one owner of a socket; empty if the pid is not known. */
    List<ProcessInfo> withPid(int pid) {
        if (pid <= 0) {
            return List.of();
        }
        OSProcess process = system.getProcess(pid);
        return List.of(process == null ? ended(pid) : info(process));
    }

    /** A process that ended between OSHI's look at the sockets and its look at the processes. */
    private static ProcessInfo ended(int pid) {
        return new ProcessInfo(pid, null, "(ended)", "", "", null, 0);
    }

    static ProcessInfo info(OSProcess process) {
        return new ProcessInfo(
                process.getProcessID(),
                process.getStartTime() > 0 ? Instant.ofEpochMilli(process.getStartTime()) : null,
                process.getName(),
                process.getCommandLine().strip(),
                process.getPath(),
                user(process),
                process.getParentProcessID());
    }

    private static User user(OSProcess process) {
        String id = process.getUserID();
        return id == null || id.isBlank() || id.equals("unknown") ? null : new User(id, process.getUser());
    }
}
