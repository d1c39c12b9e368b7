// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;

/** Processes that the test makes up. */
public final class FakeProcesses implements Processes {

    private final Map<Long, ProcessInfo> running = new HashMap<>();
    private final Map<Long, ProcessOrigin> origins = new HashMap<>();

    public FakeProcesses(ProcessInfo... processes) {
        for (ProcessInfo process : processes) {
            running.put(process.pid(), process);
        }
    }

    /** Sets the origin of the process from now on. */
    public void tell(ProcessInfo process, ProcessOrigin origin) {
        origins.put(process.pid(), origin);
    }

    @Override
    public Optional<ProcessInfo> read(long pid) {
        return Optional.ofNullable(running.get(pid));
    }

    @Override
    public List<ProcessInfo> children(ProcessInfo process) {
        return List.of();
    }

    @Override
    public Optional<ProcessOrigin> origin(ProcessInfo process) {
        return Optional.ofNullable(origins.get(process.pid()));
    }
}
