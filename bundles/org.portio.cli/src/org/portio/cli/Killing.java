// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.EndResult.Outcome;
import org.portio.core.process.ProcessEnder;

/** What {@code portio kill} does. */
final class Killing {

    private final KillCommand command;
    private final ProcessEnder ender;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    Killing(KillCommand command) {
        this.command = command;
        ender = command.services().ender();
    }

    ExitCode run() throws ConnectionException {
        Confirmation confirmation =
                new Confirmation(command.services(), command.output(), command.yes.value() || command.dryRun.value());
        confirmation.checkThatItCanBeGiven();
        Snapshot snapshot = command.services().monitor().snapshot();
        List<EndImpact> targets = targets(snapshot).stream()
                .map(process -> ender.impact(process, snapshot))
                .toList();
        if (targets.isEmpty()) {
            command.output().note(nobody(snapshot));
            return ExitCode.FALSE;
        }
        if (command.dryRun.value()) {
            targets.forEach(target -> ImpactText.lines(target).forEach(command.output()::println));
            return ExitCode.OK;
        }
        refuseWhereAllAreRefused(targets);
        List<String> what = new ArrayList<>();
        targets.forEach(target -> what.addAll(ImpactText.lines(target)));
        confirmation.demand(what);
        for (EndImpact target : targets) {
            end(target.process());
        }
        return exitCode();
    }

    /** Parents first: workers often end with them. */
    private List<ProcessInfo> targets(Snapshot snapshot) {
        if (command.pid.value() != null) {
            return command.services().processes().read(command.pid.value()).stream()
                    .toList();
        }
        Set<Long> pids = holders(snapshot).stream()
                .flatMap(connection -> connection.owners().stream())
                .map(ProcessInfo::pid)
                .collect(Collectors.toSet());
        return pids.stream()
                .flatMap(pid -> command.services().processes().read(pid).stream())
                .sorted(Comparator.comparing((ProcessInfo process) -> pids.contains(process.parentPid()))
                        .thenComparing(ProcessInfo::pid))
                .toList();
    }

    private List<Connection> holders(Snapshot snapshot) {
        return snapshot.connections().stream()
                .filter(connection -> connection.local().port() == command.port.value())
                .filter(connection -> command.protocol() == null || connection.protocol() == command.protocol())
                .filter(connection ->
                        command.connections.value() || connection.isListening() || connection.state() == TcpState.BOUND)
                .toList();
    }

    private String nobody(Snapshot snapshot) {
        if (command.pid.value() != null) {
            return "there is no process " + command.pid.value();
        }
        List<Connection> holders = holders(snapshot);
        if (holders.stream().anyMatch(Connection::ownerHidden)) {
            throw new CommandFailure(
                    ExitCode.PERMISSION,
                    "who has port " + command.port.value() + " is hidden from this user; run: sudo "
                            + command.services().program() + " kill --port " + command.port.value(),
                    null);
        }
        return "nobody listens on port " + command.port.value()
                + (command.connections.value() ? "" : "; --connections also ends who is connected there");
    }

    private static void refuseWhereAllAreRefused(List<EndImpact> targets) {
        if (targets.stream().noneMatch(target -> target.refusal().isEmpty())) {
            String why = targets.stream().map(EndImpact::refusal).collect(Collectors.joining("; "));
            throw new CommandFailure(ExitCode.CONFLICT, why, null);
        }
    }

    private void end(ProcessInfo process) throws ConnectionException {
        EndResult result = ender.end(request(process, command.force.value()));
        if (result.outcome() == Outcome.STILL_RUNNING && !command.force.value() && wantsForce(process)) {
            result = ender.end(request(process, true));
        }
        outcomes.merge(result.outcome(), 1, Integer::sum);
        report(process, result);
    }

    private EndRequest request(ProcessInfo process, boolean force) {
        int port = command.port.value() == null ? 0 : command.port.value();
        return new EndRequest(process, port, command.protocol(), force, command.timeout.value());
    }

    private boolean wantsForce(ProcessInfo process) {
        if (!command.services().canAsk()) {
            return false;
        }
        command.output().note(ImpactText.name(process) + " still runs");
        String answer = command.services().ask("End it by force? [y/N] ");
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    private void report(ProcessInfo process, EndResult result) {
        String name = ImpactText.name(process);
        boolean freed = result.outcome() == Outcome.ENDED && command.port.value() != null;
        if (result.outcome() == Outcome.ENDED || result.outcome() == Outcome.PORT_TAKEN) {
            command.output()
                    .println("Ended " + name + (freed ? "; port " + command.port.value() + " is free" : "") + ".");
        }
        command.output().note(remark(name, result));
    }

    private String remark(String name, EndResult result) {
        return switch (result.outcome()) {
            case ENDED -> "";
            case GONE -> name + " had ended already";
            case PORT_TAKEN -> "but " + result.detail();
            case PORT_LEFT -> name + " does not have port " + command.port.value() + " any more";
            case STILL_RUNNING -> name + " still runs; --force ends it, --timeout waits longer";
            case REFUSED, DENIED -> result.detail();
        };
    }

    private ExitCode exitCode() {
        int done = count(Outcome.ENDED) + count(Outcome.GONE) + count(Outcome.PORT_LEFT);
        int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        if (done == all) {
            return ExitCode.OK;
        }
        if (done > 0) {
            return ExitCode.PARTIAL;
        }
        return count(Outcome.DENIED) == all ? ExitCode.PERMISSION : ExitCode.CONFLICT;
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }
}
