// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portio.core.ProcessInfo;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.ProcessBegan;
import org.portio.core.event.ProcessExecuted;
import org.portio.core.event.ProcessExited;
import org.portio.core.process.Processes;
import org.portio.record.internal.book.Naming;

/**
 * The processes of the last while, also those that have ended: each is looked at when it begins to run a program, since it may
 * be gone a few milliseconds later. For one thread.
 */
public final class ProcessBook implements Naming {

    private static final int MOST = 1 << 12;
    /** A build may start thousands of programs in a second; to look at each would cost more than all the rest. */
    private static final int MOST_LOOKS_A_SECOND = 200;

    private record Directory(long pid, Instant startTime) {}

    private static final class Latest<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    }

    private final Processes processes;
    private final Map<Long, ProcessInfo> known = new Latest<>();
    private final Map<Long, Long> parents = new Latest<>();
    private final Map<Directory, String> directories = new Latest<>();
    private Instant second = Instant.EPOCH;
    private int looks;

    public ProcessBook(Processes processes) {
        this.processes = processes;
    }

    /** Takes in what became of a process; events of other kinds are skipped. */
    public void heard(KernelEvent event) {
        switch (event) {
            case ProcessBegan began -> {
                known.remove(began.pid());
                parents.remove(began.pid());
                parents.put(began.pid(), began.parentPid());
            }
            case ProcessExecuted executed -> {
                known.remove(executed.pid());
                parents.remove(executed.pid());
                if (mayLook(executed.time())) {
                    look(executed.pid());
                }
            }
            case ProcessExited _ -> {
                // It stays known until others take its place: what it had open is told later.
            }
            default -> {
                // Events of sockets.
            }
        }
    }

    private boolean mayLook(Instant now) {
        if (Duration.between(second, now).toMillis() >= 1000) {
            second = now;
            looks = 0;
        }
        return ++looks <= MOST_LOOKS_A_SECOND;
    }

    private Optional<ProcessInfo> look(long pid) {
        Optional<ProcessInfo> found = processes.read(pid);
        found.ifPresent(process -> {
            known.put(pid, process);
            directory(process);
        });
        return found;
    }

    @Override
    public Optional<ProcessInfo> process(long pid) {
        if (pid == 0) {
            return Optional.empty();
        }
        ProcessInfo there = known.get(pid);
        return there != null ? Optional.of(there) : look(pid).or(() -> asItsParent(pid));
    }

    /** A process that has not run another program is a copy of its parent. */
    private Optional<ProcessInfo> asItsParent(long pid) {
        Long parent = parents.get(pid);
        ProcessInfo original = parent == null ? null : known.get(parent);
        return Optional.ofNullable(original)
                .map(info -> new ProcessInfo(
                        pid, null, info.name(), info.commandLine(), info.executable(), info.user(), info.pid()));
    }

    @Override
    public String directory(ProcessInfo process) {
        return directories.computeIfAbsent(
                new Directory(process.pid(), process.startTime()), _ -> processes.workingDirectory(process));
    }
}
