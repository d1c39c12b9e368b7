// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.ImpactText;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.process.EndCommand;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.HeldPort;
import org.portio.core.process.ProcessEnder;

/** What {@code portio kill} does. */
final class Killing {

    private final KillCommand command;
    private final ProcessEnder ender;
    private final Snapshot snapshot;
    /** Null where a PID was given. */
    private final HeldPort port;

    Killing(KillCommand command) throws ConnectionException {
        this.command = command;
        ender = command.services().ender();
        snapshot = command.services().monitor().snapshot();
        port = command.heldPort() == null ? null : command.heldPort().with(snapshot.connections());
    }

    ExitCode run() throws ConnectionException {
        List<EndImpact> targets = targets().stream()
                .map(process -> ender.impact(process, snapshot))
                .toList();
        if (targets.isEmpty()) {
            command.output().note(nobody());
            return ExitCode.FALSE;
        }
        if (command.dryRun.value()) {
            what(targets).forEach(command.output()::println);
            return ExitCode.OK;
        }
        refuseWhereAllAreRefused(targets);
        new Confirmation(command.services(), command.output(), command.yes.value()).demand(what(targets));
        KillReport report = new KillReport(command.output(), port);
        report.add(end(request(targets)));
        return report.exitCode();
    }

    private List<String> what(List<EndImpact> targets) {
        List<String> what = new ArrayList<>();
        targets.forEach(target -> what.addAll(ImpactText.lines(target, port)));
        return what;
    }

    /** Parents first: workers often end with them. */
    private List<ProcessInfo> targets() {
        if (port == null) {
            return command.services().processes().read(command.pid.value()).stream()
                    .toList();
        }
        Set<Long> pids = holders().stream()
                .flatMap(connection -> connection.owners().stream())
                .map(ProcessInfo::pid)
                .collect(Collectors.toSet());
        return pids.stream()
                .flatMap(pid -> command.services().processes().read(pid).stream())
                .sorted(Comparator.comparing((ProcessInfo process) -> pids.contains(process.parentPid()))
                        .thenComparing(ProcessInfo::pid))
                .toList();
    }

    private List<Connection> holders() {
        return port.sockets().stream()
                .filter(connection -> command.connections.value() || HeldPort.isHolding(connection))
                .toList();
    }

    private String nobody() {
        if (port == null) {
            return "no process has the PID " + command.pid.value();
        }
        holders().stream().map(Connection::ownership).distinct().sorted().forEach(this::refuse);
        return "nobody listens on port " + port.port()
                + (command.address.value() == null ? "" : " at " + command.address.value())
                + (command.connections.value() ? "" : "; --connections also ends who is connected there");
    }

    /** That no process is seen does not mean that nobody has it. */
    private void refuse(Ownership ownership) {
        String at = "port " + port.port();
        if (ownership == Ownership.KERNEL) {
            throw refusal(
                    ExitCode.CONFLICT,
                    "the kernel itself has " + at + ", for example for a tunnel (vxlan, geneve, WireGuard):"
                            + " there is no process to end; ip -d link shows such interfaces");
        }
        if (ownership == Ownership.OUTSIDE) {
            throw refusal(ExitCode.CONFLICT, "a process outside of this container has " + at + "; end it from there");
        }
        if (ownership.isUnseen()) {
            throw refusal(ExitCode.PERMISSION, "who has " + at + " cannot be seen; " + whatHelps());
        }
    }

    private String whatHelps() {
        return "0".equals(command.services().user().id())
                ? snapshot.with(holders()).hiddenOwnersText()
                : "run: "
                        + holders().stream()
                                .filter(socket -> socket.ownership().isUnseen())
                                .map(this::asRoot)
                                .distinct()
                                .collect(Collectors.joining(", or "));
    }

    private String asRoot(Connection socket) {
        String asked = command.address.value() == null ? "" : command.address.value();
        return "sudo " + command.services().program() + " " + EndCommand.of(socket, snapshot.connections(), asked);
    }

    private static CommandFailure refusal(ExitCode code, String why) {
        return new CommandFailure(code, why, null);
    }

    private static void refuseWhereAllAreRefused(List<EndImpact> targets) {
        if (targets.stream().noneMatch(target -> target.refusal().isEmpty())) {
            String why = targets.stream().map(EndImpact::refusal).collect(Collectors.joining("; "));
            throw new CommandFailure(ExitCode.CONFLICT, why, null);
        }
    }

    /** Whoever has answered the question has seen which processes were only handed their socket. */
    private EndRequest request(List<EndImpact> targets) {
        boolean force = command.force.value();
        return new EndRequest(
                targets.stream().map(EndImpact::process).toList(),
                port,
                force,
                force || !command.yes.value(),
                command.timeout.value());
    }

    private List<EndResult> end(EndRequest request) throws ConnectionException {
        EndResult asked = ender.end(request);
        List<ProcessInfo> stubborn = asked.stillRunning();
        if (stubborn.isEmpty() || request.force() || !wantsForce(stubborn)) {
            return List.of(asked);
        }
        return List.of(asked, ender.end(request.forced(stubborn)));
    }

    private boolean wantsForce(List<ProcessInfo> stubborn) {
        if (!command.services().canAsk()) {
            return false;
        }
        String who = stubborn.stream().map(ImpactText::name).collect(Collectors.joining(", "));
        command.output().note(who + (stubborn.size() == 1 ? " still runs" : " still run"));
        String answer = command.services().ask("End " + (stubborn.size() == 1 ? "it" : "them") + " by force? [y/N] ");
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
