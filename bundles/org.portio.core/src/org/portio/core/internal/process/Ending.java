// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.internal.process.RunningProcess.Answer;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.End;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessState;
import org.portio.core.process.Processes;
import org.portio.core.system.MissingRight;

/** Carries out one request: takes hold of each process first, and only then makes sure that it is the one that was meant. */
final class Ending implements AutoCloseable {

    private final EndRequest request;
    private final Processes processes;
    private final ConnectionMonitor monitor;
    private final SparedProcesses spared;
    private final Map<ProcessInfo, RunningProcess> held = new LinkedHashMap<>();
    private final Map<ProcessInfo, End> ends = new LinkedHashMap<>();
    private final Set<ProcessInfo> stopped = new HashSet<>();

    Ending(EndRequest request, Processes processes, ConnectionMonitor monitor, SparedProcesses spared) {
        this.request = request;
        this.processes = processes;
        this.monitor = monitor;
        this.spared = spared;
    }

    EndResult run(ProcessHandles handles) throws ConnectionException {
        request.processes().forEach(process -> take(process, handles));
        List<Connection> before = sockets();
        PortLook look = PortLook.before(request, before, processes, spared);
        for (List<ProcessInfo> generation : generations()) {
            end(generation);
        }
        List<End> all = request.processes().stream().map(ends::get).toList();
        boolean judged = request.port() != null
                && all.stream().noneMatch(end -> end.outcome() == Outcome.STILL_RUNNING)
                && all.stream().anyMatch(end -> end.outcome().isDone());
        return new EndResult(all, judged ? look.afterwards(monitor, processes) : null);
    }

    private void take(ProcessInfo process, ProcessHandles handles) {
        String refusal = spared.refusal(process);
        if (!refusal.isEmpty()) {
            settle(process, Outcome.REFUSED, refusal);
            return;
        }
        Optional<RunningProcess> running = handles.open(process.pid());
        running.ifPresentOrElse(found -> held.put(process, found), () -> settle(process, Outcome.GONE, ""));
    }

    private void settle(ProcessInfo process, Outcome outcome, String detail) {
        ends.put(process, new End(process, outcome, detail));
    }

    /** Parents before their children, which often end with them. */
    private Iterable<List<ProcessInfo>> generations() {
        Map<Long, ProcessInfo> byPid = request.processes().stream()
                .collect(Collectors.toMap(ProcessInfo::pid, process -> process, (one, _) -> one));
        return request.processes().stream()
                .collect(
                        Collectors.groupingBy(process -> generation(process, byPid), TreeMap::new, Collectors.toList()))
                .values();
    }

    private static int generation(ProcessInfo process, Map<Long, ProcessInfo> byPid) {
        int generation = 0;
        ProcessInfo parent = byPid.get(process.parentPid());
        while (parent != null && generation < byPid.size()) {
            generation++;
            parent = byPid.get(parent.parentPid());
        }
        return generation;
    }

    private void end(List<ProcessInfo> generation) throws ConnectionException {
        List<Connection> sockets = sockets();
        List<ProcessInfo> asked = generation.stream()
                .filter(process -> !ends.containsKey(process) && isAsked(process, sockets))
                .toList();
        long end = System.nanoTime() + request.patience().toNanos();
        for (ProcessInfo process : asked) {
            boolean ended = held.get(process).awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            settle(process, ended ? Outcome.ENDED : Outcome.STILL_RUNNING, detail(process, ended));
        }
    }

    private List<Connection> sockets() throws ConnectionException {
        return request.port() == null
                ? List.of()
                : monitor.snapshot().connections().stream()
                        .filter(request.port()::isAt)
                        .toList();
    }

    /** Returns whether it was sent a signal; if not, it is settled why. */
    private boolean isAsked(ProcessInfo process, List<Connection> sockets) {
        RunningProcess running = held.get(process);
        Optional<ProcessInfo> now = processes.read(process.pid());
        // One whose parent has not asked how it ended still has its pid.
        if (running.awaitEnd(Duration.ZERO) || now.isEmpty() || !SystemProcesses.isSame(process, now.get())) {
            settle(process, Outcome.GONE, "");
            return false;
        }
        if (request.port() != null) {
            Optional<End> untouched = new PortHold(request, processes).whyUntouched(process, sockets);
            if (untouched.isPresent()) {
                ends.put(process, untouched.get());
                return false;
            }
        }
        return isSent(process, running);
    }

    private boolean isSent(ProcessInfo process, RunningProcess running) {
        if (processes.state(process) == ProcessState.STOPPED) {
            stopped.add(process);
        }
        Answer answer = request.force() ? running.force() : running.ask();
        if (answer == Answer.GONE) {
            settle(process, Outcome.GONE, "");
        } else if (answer == Answer.DENIED) {
            settle(process, Outcome.DENIED, denied(process));
        } else if (!request.force()) {
            // As systemd does: one that is stopped acts on no request until it goes on.
            running.resume();
        }
        return answer == Answer.SENT;
    }

    private String detail(ProcessInfo process, boolean ended) {
        if (ended) {
            return stopped.contains(process) && !request.force()
                    ? "it was stopped, and was continued (SIGCONT) so that it could end"
                    : "";
        }
        return switch (processes.state(process)) {
            case TRACED -> "a debugger holds it: end the debugger, or kill the process";
            case UNINTERRUPTIBLE ->
                "it is waiting in the kernel, for example for a disk or a network"
                        + " drive, and will end when that is over";
            default -> "";
        };
    }

    private static String denied(ProcessInfo process) {
        String owner = process.user() == null
                ? "another user"
                : "user " + process.user().name();
        return process.name() + " (PID " + process.pid() + ") belongs to " + owner
                + "; "
                + (MissingRight.isRoot()
                        ? MissingRight.advice("CAP_KILL")
                        : MissingRight.withRights("end it as that user or"));
    }

    @Override
    public void close() {
        held.values().forEach(RunningProcess::close);
    }
}
