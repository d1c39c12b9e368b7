// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.portio.core.CommandRunner;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;

/** Takes hold of the process first, and only then makes sure that it is the one that was meant. */
public final class SafeProcessEnder implements ProcessEnder {

    /** Supervisors wait before they start a process again, systemd for 0.1 seconds. */
    private static final Duration RESPAWN = Duration.ofMillis(1200);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Processes processes;
    private final ConnectionMonitor monitor;
    private final SparedProcesses spared;
    private final ProcessHandles handles;

    SafeProcessEnder(Processes processes, ConnectionMonitor monitor, SparedProcesses spared, ProcessHandles handles) {
        this.processes = processes;
        this.monitor = monitor;
        this.spared = spared;
        this.handles = handles;
    }

    /** One over this machine. */
    public static SafeProcessEnder over(Processes processes, ConnectionMonitor monitor, LongFunction<String> spared) {
        return new SafeProcessEnder(
                processes, monitor, new SparedProcesses(spared), new ProcessHandles(CommandRunner.ofSystem()));
    }

    @Override
    public EndImpact impact(ProcessInfo process, Snapshot snapshot) {
        List<Connection> own = snapshot.connections().stream()
                .filter(connection -> isHeldBy(process.pid(), connection))
                .toList();
        List<Connection> ports = own.stream().filter(SafeProcessEnder::isPort).toList();
        int clients = (int) own.stream()
                .filter(connection -> connection.remote() != null)
                .filter(connection -> ports.stream().anyMatch(port -> isClient(connection, port)))
                .count();
        return new EndImpact(process, ports, clients, processes.children(process), spared.refusal(process));
    }

    /** What takes connections or keeps others from it, rather than a connection. */
    private static boolean isPort(Connection connection) {
        return connection.isListening() || connection.state() == TcpState.BOUND;
    }

    private static boolean isClient(Connection connection, Connection port) {
        return connection.protocol() == port.protocol()
                && connection.local().port() == port.local().port();
    }

    private static boolean isHeldBy(long pid, Connection connection) {
        return connection.owners().stream().anyMatch(owner -> owner.pid() == pid);
    }

    @Override
    public EndResult end(EndRequest request) throws ConnectionException {
        String refusal = spared.refusal(request.process());
        if (!refusal.isEmpty()) {
            return new EndResult(Outcome.REFUSED, refusal);
        }
        Optional<RunningProcess> running = handles.open(request.process().pid());
        if (running.isEmpty()) {
            return new EndResult(Outcome.GONE, "");
        }
        try (RunningProcess process = running.get()) {
            return end(request, process);
        }
    }

    private EndResult end(EndRequest request, RunningProcess process) throws ConnectionException {
        Optional<ProcessInfo> now = processes.read(request.process().pid());
        if (now.isEmpty() || !SystemProcesses.isSame(request.process(), now.get())) {
            return new EndResult(Outcome.GONE, "");
        }
        if (request.port() != 0 && !holdsPort(request)) {
            return new EndResult(Outcome.PORT_LEFT, "");
        }
        return switch (request.force() ? process.force() : process.ask()) {
            case GONE -> new EndResult(Outcome.GONE, "");
            case DENIED -> denied(request.process());
            case SENT ->
                process.awaitEnd(request.patience()) ? ended(request) : new EndResult(Outcome.STILL_RUNNING, "");
        };
    }

    private boolean holdsPort(EndRequest request) throws ConnectionException {
        return monitor.snapshot().connections().stream()
                .anyMatch(connection ->
                        isAt(request, connection) && isHeldBy(request.process().pid(), connection));
    }

    private static boolean isAt(EndRequest request, Connection connection) {
        return connection.local().port() == request.port()
                && (request.protocol() == null || connection.protocol() == request.protocol());
    }

    private static EndResult denied(ProcessInfo process) {
        String owner = process.user() == null
                ? "another user"
                : "user " + process.user().name();
        return new EndResult(
                Outcome.DENIED,
                process.name() + " (pid " + process.pid() + ") belongs to " + owner + "; run with its privileges");
    }

    /** Looks at the port for a while: who is started again is not there at once. */
    private EndResult ended(EndRequest request) throws ConnectionException {
        if (request.port() == 0) {
            return new EndResult(Outcome.ENDED, "");
        }
        long end = System.nanoTime() + RESPAWN.toNanos();
        while (true) {
            Optional<Connection> taken = monitor.snapshot().connections().stream()
                    .filter(connection -> isAt(request, connection) && isPort(connection))
                    .findFirst();
            if (taken.isPresent()) {
                return new EndResult(Outcome.PORT_TAKEN, whoHasIt(request.process(), taken.get()));
            }
            if (System.nanoTime() > end || !pause()) {
                return new EndResult(Outcome.ENDED, "");
            }
        }
    }

    private String whoHasIt(ProcessInfo ended, Connection taken) {
        if (taken.owners().isEmpty()) {
            return "a process that is hidden has the port; run with privileges to see it";
        }
        ProcessInfo owner = taken.owners().getFirst();
        String who = owner.name() + " (pid " + owner.pid() + ") has the port";
        if (owner.parentPid() == ended.pid()) {
            return who + ": it is a child of the one that has ended";
        }
        boolean startedSince = ended.startTime() != null
                && owner.startTime() != null
                && owner.startTime().isAfter(ended.startTime());
        if (startedSince && owner.name().equals(ended.name())) {
            String parent = processes
                    .read(owner.parentPid())
                    .map(process -> process.name() + " (pid " + process.pid() + ")")
                    .orElse("its supervisor");
            return who + ": " + parent + " has started it again; end or stop that first";
        }
        return who;
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
