// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;

/** Processes that a test makes up. */
public final class FakeProcesses implements Processes {

    final Map<Long, ProcessInfo> running = new TreeMap<>();
    public ProcessOrigin origin;

    public void put(ProcessInfo process) {
        running.put(process.pid(), process);
    }

    @Override
    public Optional<ProcessInfo> read(long pid) {
        return Optional.ofNullable(running.get(pid));
    }

    @Override
    public List<ProcessInfo> children(ProcessInfo process) {
        return running.values().stream()
                .filter(child -> child.parentPid() == process.pid())
                .toList();
    }

    @Override
    public Optional<ProcessOrigin> origin(ProcessInfo process) {
        return Optional.ofNullable(origin);
    }
}
