// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Services;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndCommand;
import org.portio.core.process.HeldPort;

/**
 * The processes that hold a port.
 *
 * @param port with its sockets
 * @param address as the user wrote it; null for any
 * @param connections whether a mere connection at the port counts, too
 */
record PortHolders(HeldPort port, String address, boolean connections, Snapshot snapshot, Services services) {

    /** Returns parents first: workers often end with them. */
    List<ProcessInfo> processes() {
        Set<Long> pids = sockets().stream()
                .flatMap(connection -> connection.owners().stream())
                .map(ProcessInfo::pid)
                .collect(Collectors.toSet());
        return pids.stream()
                .flatMap(pid -> services.processes().read(pid).stream())
                .sorted(Comparator.comparing((ProcessInfo process) -> pids.contains(process.parentPid()))
                        .thenComparing(ProcessInfo::pid))
                .toList();
    }

    private List<Connection> sockets() {
        return port.sockets().stream()
                .filter(connection -> connections || HeldPort.isHolding(connection))
                .toList();
    }

    /** Says that nobody has the port; fails if somebody has it who is not seen. */
    String nobody() {
        sockets().stream().sorted(Comparator.comparing(Connection::ownership)).forEach(this::refuse);
        return "nobody listens on port " + port.port()
                + (address == null ? "" : " at " + address)
                + (connections ? "" : "; use --connections to also end processes that are connected there");
    }

    /** Fails unless nobody has it: that no process is seen does not mean that. */
    private void refuse(Connection socket) {
        Ownership ownership = socket.ownership();
        String at = "port " + port.port();
        if (ownership == Ownership.KERNEL) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    "the kernel itself holds " + at + ", "
                            + socket.kernelUse().purpose(socket.protocol())
                            + "; no process holds it; to see more: "
                            + socket.kernelUse().command(socket.protocol()));
        }
        if (ownership == Ownership.OUTSIDE) {
            throw new CommandFailure(
                    ExitCode.CONFLICT, "a process outside this container has " + at + "; end it from there");
        }
        if (ownership.isUnseen()) {
            throw new CommandFailure(
                    ExitCode.PERMISSION, "you are not allowed to see the process on " + at + "; " + whatHelps());
        }
    }

    private String whatHelps() {
        return services.user().isRoot()
                ? snapshot.with(sockets()).hiddenOwnersText()
                : "run: "
                        + sockets().stream()
                                .filter(socket -> socket.ownership().isUnseen())
                                .map(this::asRoot)
                                .distinct()
                                .collect(Collectors.joining(", or "));
    }

    private String asRoot(Connection socket) {
        String asked = address == null ? "" : address;
        return services.user().asRoot(services.program() + " " + EndCommand.of(socket, snapshot.connections(), asked));
    }
}
