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
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;

/** Takes hold of the process first, and only then makes sure that it is the one that was meant. */
public final class SafeProcessEnder implements ProcessEnder {

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
        List<Connection> ports = own.stream().filter(Aftermath::isPort).toList();
        int clients = (int) own.stream()
                .filter(connection -> connection.remote() != null)
                .filter(connection -> ports.stream().anyMatch(port -> isClient(connection, port)))
                .count();
        return new EndImpact(process, ports, clients, processes.children(process), spared.refusal(process));
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
        // One whose parent has not asked how it ended still has its pid.
        boolean gone = process.awaitEnd(Duration.ZERO);
        if (gone || now.isEmpty() || !SystemProcesses.isSame(request.process(), now.get())) {
            return new EndResult(Outcome.GONE, "");
        }
        List<Connection> atPort = request.port() == 0 ? List.of() : at(request);
        List<Connection> held = atPort.stream()
                .filter(connection -> isHeldBy(now.get().pid(), connection))
                .toList();
        if (request.port() != 0 && held.isEmpty()) {
            return notHeld(request, atPort);
        }
        return end(request, process, new Aftermath(now.get(), held, processes.children(now.get())));
    }

    private EndResult end(EndRequest request, RunningProcess process, Aftermath aftermath) throws ConnectionException {
        return switch (request.force() ? process.force() : process.ask()) {
            case GONE -> new EndResult(Outcome.GONE, "");
            case DENIED -> denied(aftermath.ended());
            case SENT -> {
                if (!process.awaitEnd(request.patience())) {
                    yield new EndResult(Outcome.STILL_RUNNING, "");
                }
                yield request.port() == 0 ? new EndResult(Outcome.ENDED, "") : aftermath.look(monitor, processes);
            }
        };
    }

    private List<Connection> at(EndRequest request) throws ConnectionException {
        return monitor.snapshot().connections().stream()
                .filter(connection -> connection.local().port() == request.port()
                        && (request.protocol() == null || connection.protocol() == request.protocol()))
                .toList();
    }

    private static EndResult notHeld(EndRequest request, List<Connection> atPort) {
        return atPort.stream().anyMatch(Connection::ownerHidden)
                ? new EndResult(
                        Outcome.DENIED,
                        "who has port " + request.port() + " is hidden from this user; run it with sudo")
                : new EndResult(Outcome.PORT_LEFT, "");
    }

    private static EndResult denied(ProcessInfo process) {
        String owner = process.user() == null
                ? "another user"
                : "user " + process.user().name();
        return new EndResult(
                Outcome.DENIED,
                process.name() + " (pid " + process.pid() + ") belongs to " + owner
                        + "; end it as that user or with sudo");
    }
}
