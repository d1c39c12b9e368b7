// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.portio.trace.TracedProcess;

/**
 * The processes behind a door: descendants of this one that have its filter, and those that were seen to call. The kernel does
 * not say which filter a process has, but how many.
 */
public final class Members {

    private static final String FILTERS = "Seccomp_filters";

    private final long self = ProcessHandle.current().pid();
    private final long filters;
    private final Map<Long, Long> known = new ConcurrentHashMap<>();
    private final Set<Long> sessions = new HashSet<>();

    /** Makes one on the thread that has the filter. */
    public Members() {
        filters = ProcessFile.status(Path.of("/proc/thread-self"), FILTERS).orElse(1);
    }

    /** Notes a process that called. */
    public void saw(long pid) {
        if (pid != self && !known.containsKey(pid)) {
            ProcessStat.of(pid).ifPresent(stat -> known.put(pid, stat.startTicks()));
        }
    }

    /** Returns those that live now. */
    public synchronized List<TracedProcess> living() {
        List<ProcessStat> all = all();
        Set<Long> family = family(all);
        List<ProcessStat> members = all.stream()
                .filter(stat -> stat.pid() != self && !stat.ended() && family.contains(stat.pid()))
                .filter(this::hasFilter)
                .toList();
        remember(members, all);
        return members.stream()
                .map(stat -> new TracedProcess(stat.pid(), stat.startTicks()))
                .toList();
    }

    private static List<ProcessStat> all() {
        try (Stream<Path> folders = Files.list(Path.of("/proc"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .flatMap(name -> ProcessStat.of(Long.parseLong(name)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Long> family(List<ProcessStat> all) {
        Set<Long> family = new HashSet<>(Set.of(self));
        boolean grown;
        do {
            grown = false;
            for (ProcessStat stat : all) {
                boolean belongs = family.contains(stat.parent())
                        || sessions.contains(stat.session())
                        || Long.valueOf(stat.startTicks()).equals(known.get(stat.pid()));
                grown |= belongs && family.add(stat.pid());
            }
        } while (grown);
        return family;
    }

    /** Returns whether the process, which may have ended, has more filters than those threads of this process that set none. */
    public static boolean hasMoreFilters(long pid) {
        return ProcessFile.status(ProcessFile.folder(pid), FILTERS).orElse(0)
                > ProcessFile.status(Path.of("/proc/self"), FILTERS).orElse(0);
    }

    private boolean hasFilter(ProcessStat stat) {
        return ProcessFile.status(ProcessFile.folder(stat.pid()), FILTERS).orElse(0) >= filters;
    }

    /** A daemon begins a session of its own, and ends the processes between it and this one. */
    private void remember(List<ProcessStat> members, List<ProcessStat> all) {
        known.clear();
        members.forEach(stat -> known.put(stat.pid(), stat.startTicks()));
        members.stream()
                .filter(stat -> stat.session() == stat.pid())
                .map(ProcessStat::session)
                .forEach(sessions::add);
        sessions.retainAll(all.stream().map(ProcessStat::session).toList());
    }
}
