// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.Subcommand;
import org.portio.core.PortioException;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.core.system.FileFailure;
import org.portio.reservation.LeaseRun;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortLeases;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;
import org.portio.testrun.Holding;
import org.portio.testrun.OpenRun;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;
import org.portio.testrun.TestRuns;
import picocli.CommandLine.TypeConversionException;

/** Finds free ports, and holds them for a command or for a time. */
public final class LeaseCommand extends Subcommand {

    private static final int MOST = 1000;
    private static final String PORT = "PORTIO_PORT_";

    private final Argument<Integer> count =
            add(Argument.parameter(0, Integer.class, "N", "The number of ports, 1 to 1000.")
                    .converters(LeaseCommand::count));

    private final ProgramWords program =
            ProgramWords.addTo(this, 1, "After '--': the command that the ports are for, and its arguments.");

    private final Argument<Boolean> udp = add(Argument.flag("--udp", "UDP ports instead of TCP ports."));

    private final Argument<List<String>> names = add(Argument.list(
            "--as",
            String.class,
            LeaseCommand::name,
            "NAME",
            "Also put the ports into variables with these names, in this order."));

    private final Argument<Duration> lasting = add(Argument.option(
            "--for",
            Duration.class,
            IntervalConverter.lasting(),
            "TIME",
            "Without a command: hold the ports for this time: 30s, 15m, 2h, 1d, or seconds as a number."));

    private final Argument<Boolean> json = add(Argument.flag("--json", "Without a command: print one JSON document."));

    public LeaseCommand() {
        super(
                "The keeper, a background process of yours, holds the ports from the moment in which they are found"
                        + " free, so nobody else can take them before the command does. The command finds them in its"
                        + " environment as PORTIO_PORT_1 to PORTIO_PORT_N, and is given each when it binds it. They are"
                        + " free again when it has ended.",
                "",
                "Without a command, the ports are held for the time of --for and printed as lines for a shell;"
                        + " 'portio run PORT -- COMMAND' hands one over, 'portio release PORT' gives one up earlier.",
                "",
                "The exit code is the command's. If it is not started, it is PortIO's: 4 if not so many ports are free,"
                        + " or the command does not exist.");
        spec().usageMessage()
                .customSynopsis(
                        "portio lease N [--udp] [--as NAME[,NAME...]] -- COMMAND [ARGUMENT...]",
                        "       portio lease N --for TIME [--udp] [--as NAME[,NAME...]] [--json]");
    }

    @Override
    public ExitStatus run() throws PortioException, InterruptedException {
        List<String> command = program.value();
        checkUsage(command);
        try {
            return command.isEmpty() ? leaseForTime() : leaseFor(command);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.CONFLICT, "cannot write down the lease: " + FileFailure.text(e), e);
        }
    }

    private void checkUsage(List<String> command) {
        if (command.isEmpty() && lasting.value() == null) {
            throw wrongUsage("give a command after --, or the time for which the ports are held: --for 10m");
        }
        if (!command.isEmpty() && (lasting.value() != null || json.value())) {
            throw wrongUsage("--for and --json are for a lease without a command");
        }
        if (names.value().size() > count.value()) {
            throw wrongUsage("there are more names than ports");
        }
    }

    private ExitStatus leaseForTime() throws IOException, PortioException {
        TestRuns runs = services().runs().runs();
        // Its start is not to be part of the time.
        services().keeper().start();
        TestRun run = runs.begin(TestRun.Kind.LEASE, new RunMember(this).current(), lasting.value());
        try {
            tell(run, take(run));
            return ExitCode.OK;
        } catch (PortioException | RuntimeException e) {
            // Not caught by its own name: what a command catches is loaded at the start of every other, too.
            end(RunReport.of(run), null);
            throw e;
        }
    }

    private void tell(TestRun run, List<PortKey> ports) {
        if (json.value()) {
            output().json(LeaseJson.document(run, ports, names.value(), Instant.now()));
        } else {
            variables(ports).forEach((name, value) -> output().println(name + "=" + value));
        }
    }

    private void end(RunReport report, Integer code) throws IOException {
        RunSweep.ender(services(), services().firewallAtHand())
                .end(report.ended(Instant.now(), RunReport.End.EXITED, code));
        // What was made within it, as a lease by time, ends with it.
        RunSweep.settle(services(), output()::note);
    }

    private ExitStatus leaseFor(List<String> command) throws IOException, PortioException, InterruptedException {
        RunStart.standIn(this);
        String parent = new RunMember(this).current();
        try (OpenRun run = services().runs().runs().begin(TestRun.Kind.LEASE, command, parent, false)) {
            Integer ended = null;
            try {
                int code = runOn(take(run.run()), run.run());
                ended = code;
                return () -> code;
            } finally {
                end(RunReport.of(run.run()), ended);
            }
        }
    }

    private List<PortKey> take(TestRun run) throws ReservationException {
        RunMember.mark(services().runs().runs(), run.id(), Holding.Kind.RESERVATION);
        Protocol protocol = udp.value() ? Protocol.UDP : Protocol.TCP;
        PortRange range = LeaseRange.ofSystem();
        return PortLeases.take(reservations(), count.value(), protocol, range.first(), range.last(), run.id());
    }

    private Reservations reservations() {
        return services().keeper().reservations();
    }

    private int runOn(List<PortKey> ports, TestRun run) throws ReservationException, InterruptedException {
        return new RunStart(this)
                .started(
                        run,
                        () -> LeaseRun.run(
                                reservations(),
                                ports,
                                run.command(),
                                RunStart.environment(run, variables(ports)),
                                output()::note));
    }

    private Map<String, String> variables(List<PortKey> ports) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < ports.size(); i++) {
            String port = String.valueOf(ports.get(i).port());
            variables.put(PORT + (i + 1), port);
            if (i < names.value().size()) {
                variables.put(names.value().get(i), port);
            }
        }
        return variables;
    }

    private static Integer count(String text) {
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST) {
            throw new TypeConversionException("'" + text + "' is not a number of ports; give 1 to " + MOST);
        }
        return Integer.valueOf(text);
    }

    private static String name(String text) {
        if (!text.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new TypeConversionException(
                    "'" + text + "' is not the name of a variable; use letters, digits and underscores");
        }
        return text;
    }
}
