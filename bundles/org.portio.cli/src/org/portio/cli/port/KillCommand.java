// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.PidConverter;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.ImpactText;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressParser;
import org.portio.core.address.Endpoint;
import org.portio.core.process.EndImpact;
import org.portio.core.process.EndRequest;
import org.portio.core.process.EndResult;
import org.portio.core.process.HeldPort;
import org.portio.core.process.ProcessEnder;
import picocli.CommandLine.Model.OptionSpec;

/** Ends the processes that hold a port, or one process. */
public final class KillCommand extends Subcommand {

    private final Argument<Long> pid =
            add(Argument.optionalParameter(0, Long.class, "PID", "The process.").converters(PidConverter::pid));

    private final Argument<Integer> port = add(Argument.option(
                    "--port", Integer.class, "PORT", "Instead of a PID: the processes with exactly this local port.")
            .converters(PortConverter::port));

    private final OptionSpec tcp =
            Argument.flag("--tcp", "With --port: only TCP.").build();
    private final OptionSpec udp =
            Argument.flag("--udp", "With --port: only UDP.").build();

    {
        addExclusive(tcp, udp);
    }

    private final Argument<String> address = add(AddressConverter.option(
            "With --port: only processes that have the port at this address, or" + " at all addresses."));

    private final Argument<Boolean> connections = add(
            Argument.flag("--connections", "With --port: also processes that only have a connection at this port."));

    private final Argument<Boolean> force = add(Argument.flag(
            "--force",
            "Kill it at once (SIGKILL) instead of asking it to end (SIGTERM); also end a process that was"
                    + " only handed a socket that another user made."));

    private final Argument<Duration> timeout = add(Argument.option(
                    "--timeout",
                    Duration.class,
                    IntervalConverter.lasting(),
                    "TIME",
                    "How long to wait for it to end (default: ${DEFAULT-VALUE}).")
            .defaultValue("5s"));

    private final Argument<Boolean> dryRun =
            add(Argument.flag("--dry-run", "Show what would be affected;" + " end nothing."));

    private final Argument<Boolean> yes = add(Argument.flag("--yes", "Do not ask for confirmation."));

    public KillCommand() {
        super(
                "Shows what will be affected, asks, makes sure that it is still the same process and still"
                        + " has the port, asks it to end, waits, and makes sure that the port is free. A"
                        + " process that does not end is killed only with --force; one that is"
                        + " stopped (Ctrl+Z) is continued so that it can end. If several"
                        + " processes are ended, the port is checked once all of"
                        + " them have ended. It never ends the system's"
                        + " first process, kernel threads, PortIO"
                        + " itself or the processes that"
                        + " PortIO runs in.",
                "",
                "Exit code 0 also if connections in TIME-WAIT keep the port from a service without"
                        + " SO_REUSEADDR (PortIO says so); 1 if no such process exists, 4 if it is still"
                        + " running, was refused, or the port is in use again, 5 if only some of"
                        + " several processes have ended.");
    }

    @Override
    public ExitCode run() throws ConnectionException, IOException, InterruptedException {
        checkUsage();
        new Confirmation(services(), output(), yes.value() || dryRun.value()).checkThatItCanBeGiven();
        Snapshot snapshot = services().monitor().snapshot();
        PortHolders holders = port.value() == null ? null : holders(snapshot);
        List<ProcessInfo> processes = holders == null ? named() : holders.processes();
        if (processes.isEmpty()) {
            output().note(holders == null ? "no process has the PID " + pid.value() : holders.nobody());
            return ExitCode.FALSE;
        }
        List<EndImpact> targets = processes.stream()
                .map(process -> services().ender().impact(process, snapshot))
                .toList();
        return end(targets, holders == null ? null : holders.port());
    }

    private List<ProcessInfo> named() {
        return services().processes().read(pid.value()).stream().toList();
    }

    private PortHolders holders(Snapshot snapshot) {
        List<Endpoint> places =
                address.value() == null ? List.of() : AddressParser.parse(address.value(), port.value());
        HeldPort held = new HeldPort(port.value(), protocol(), places, List.of()).with(snapshot.connections());
        return new PortHolders(held, address.value(), connections.value(), snapshot, services());
    }

    /** Ends them, if the user agrees; the port is null if a PID was given. */
    private ExitCode end(List<EndImpact> targets, HeldPort held) throws ConnectionException {
        List<String> what = targets.stream()
                .flatMap(target -> ImpactText.lines(target, held).stream())
                .toList();
        if (dryRun.value()) {
            what.forEach(output()::println);
            return ExitCode.OK;
        }
        refuseIfAllAreRefused(targets);
        new Confirmation(services(), output(), yes.value()).demand(what);
        KillReport report = new KillReport(output(), held);
        report.add(end(request(targets, held)));
        return report.exitCode();
    }

    /** Returns null for both. */
    private Protocol protocol() {
        if (Boolean.TRUE.equals(tcp.getValue())) {
            return Protocol.TCP;
        }
        return Boolean.TRUE.equals(udp.getValue()) ? Protocol.UDP : null;
    }

    private void checkUsage() {
        if (pid.value() == null == (port.value() == null)) {
            throw wrongUsage("give either a PID or --port PORT");
        }
        if (port.value() == null && (protocol() != null || connections.value() || address.value() != null)) {
            throw wrongUsage("--tcp, --udp, --address and --connections work only with --port");
        }
    }

    private static void refuseIfAllAreRefused(List<EndImpact> targets) {
        if (targets.stream().noneMatch(target -> target.refusal().isEmpty())) {
            String why = targets.stream().map(EndImpact::refusal).collect(Collectors.joining("; "));
            throw new CommandFailure(ExitCode.CONFLICT, why);
        }
    }

    /**
     * Asks for all at once: a user who has answered the question has seen which processes were only handed their
     * socket.
     */
    private EndRequest request(List<EndImpact> targets, HeldPort held) {
        boolean forced = force.value();
        return new EndRequest(
                targets.stream().map(EndImpact::process).toList(),
                held,
                forced,
                forced || !yes.value(),
                timeout.value());
    }

    private List<EndResult> end(EndRequest request) throws ConnectionException {
        ProcessEnder ender = services().ender();
        EndResult asked = ender.end(request);
        List<ProcessInfo> stubborn = asked.stillRunning();
        if (stubborn.isEmpty() || request.force() || !wantsForce(stubborn)) {
            return List.of(asked);
        }
        return List.of(asked, ender.end(request.forced(stubborn)));
    }

    private boolean wantsForce(List<ProcessInfo> stubborn) {
        if (!services().canAsk()) {
            return false;
        }
        String who = stubborn.stream().map(ImpactText::name).collect(Collectors.joining(", "));
        output().note(who + (stubborn.size() == 1 ? " is still running" : " are still running"));
        String answer = services().ask("Kill " + (stubborn.size() == 1 ? "it" : "them") + "? [y/N] ");
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }
}
