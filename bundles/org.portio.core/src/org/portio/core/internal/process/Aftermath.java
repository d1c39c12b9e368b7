// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.process;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Processes;

/**
 * Who has the port of a process that has ended.
 *
 * @param ended as it was
 * @param held its sockets at the port, before it ended; what others have at other addresses does not matter
 * @param children those that it had then; the system has given them another parent since
 */
record Aftermath(ProcessInfo ended, List<Connection> held, List<ProcessInfo> children) {

    /** Supervisors wait before they start a process again, systemd for 0.1 seconds. */
    private static final Duration RESPAWN = Duration.ofMillis(1200);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final long INIT = 1;

    /** What takes connections or keeps others from it, rather than a connection. */
    static boolean isPort(Connection connection) {
        return connection.isListening() || connection.state() == TcpState.BOUND;
    }

    /** Looks at the port for a while: who is started again is not there at once. */
    EndResult look(ConnectionMonitor monitor, Processes processes) throws ConnectionException {
        long end = System.nanoTime() + RESPAWN.toNanos();
        while (true) {
            Optional<Connection> taken = monitor.snapshot().connections().stream()
                    .filter(this::isInTheWay)
                    .findFirst();
            boolean last = System.nanoTime() > end || Thread.currentThread().isInterrupted();
            // The owner of a socket that is quite new may be seen only at the next look.
            if (taken.isPresent() && (last || !taken.get().owners().isEmpty())) {
                return new EndResult(Outcome.PORT_TAKEN, whoHas(taken.get(), processes));
            }
            if (last || !pause() && taken.isEmpty()) {
                return new EndResult(Outcome.ENDED, "");
            }
        }
    }

    private boolean isInTheWay(Connection connection) {
        return isPort(connection)
                && held.stream()
                        .anyMatch(before -> before.protocol() == connection.protocol()
                                && before.local().port() == connection.local().port()
                                && Addresses.overlap(
                                        before.local().address(),
                                        connection.local().address()));
    }

    private String whoHas(Connection taken, Processes processes) {
        if (taken.owners().isEmpty()) {
            return "a process that is hidden has the port; see it with sudo";
        }
        ProcessInfo owner = taken.owners().getFirst();
        String who = name(owner) + " has the port";
        if (children.stream().anyMatch(child -> SystemProcesses.isSame(child, owner))) {
            return who + ": it is a child of the one that has ended";
        }
        return isNew(owner) ? who + ": " + starter(owner, processes) : who;
    }

    /** Whoever shared the port before has not been started for it. */
    private boolean isNew(ProcessInfo owner) {
        return ended.startTime() != null
                && owner.startTime() != null
                && owner.startTime().isAfter(ended.startTime())
                && held.stream()
                        .flatMap(socket -> socket.owners().stream())
                        .noneMatch(before -> SystemProcesses.isSame(before, owner));
    }

    private static String starter(ProcessInfo owner, Processes processes) {
        if (owner.parentPid() == INIT) {
            return processes
                    .origin(owner)
                    .map(ProcessOrigin::unit)
                    .filter(unit -> unit.endsWith(".service"))
                    .map(unit -> "systemd has started it; stop it with: systemctl stop " + unit)
                    .orElse("it was started meanwhile");
        }
        String parent = processes.read(owner.parentPid()).map(Aftermath::name).orElse("a process that has ended");
        return parent + " has started it; end that first";
    }

    private static String name(ProcessInfo process) {
        return process.name() + " (pid " + process.pid() + ")";
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
