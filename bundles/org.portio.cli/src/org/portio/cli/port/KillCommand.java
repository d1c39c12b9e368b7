// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.PidConverter;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.core.AddressParser;
import org.portio.core.ConnectionException;
import org.portio.core.Endpoint;
import org.portio.core.Protocol;
import org.portio.core.process.HeldPort;
import picocli.CommandLine.Model.OptionSpec;

/** Ends processes; {@link Killing} does it. */
public final class KillCommand extends Subcommand {

    final Argument<Long> pid =
            add(Argument.optionalParameter(0, Long.class, "PID", "The process.").converters(PidConverter::pid));

    final Argument<Integer> port = add(Argument.option(
                    "--port",
                    Integer.class,
                    "PORT",
                    "Instead of a PID: the processes that have exactly this local port.")
            .converters(PortConverter::port));

    private final OptionSpec tcp =
            Argument.flag("--tcp", "With --port: only TCP.").build();
    private final OptionSpec udp =
            Argument.flag("--udp", "With --port: only UDP.").build();

    {
        addExclusive(tcp, udp);
    }

    final Argument<String> address =
            add(AddressConverter.option("With --port: only who has the port at this address, or at all addresses."));

    final Argument<Boolean> connections = add(Argument.flag(
            "--connections", "With --port: also processes that have no more than a connection at this port."));

    final Argument<Boolean> force = add(Argument.flag(
            "--force",
            "End it at once (SIGKILL) instead of asking it to end (SIGTERM); also a process that was only handed a"
                    + " socket which another user made."));

    final Argument<Duration> timeout = add(Argument.option(
                    "--timeout",
                    Duration.class,
                    IntervalConverter.lasting(),
                    "TIME",
                    "How long to wait for its end (default: ${DEFAULT-VALUE}).")
            .defaultValue("5s"));

    final Argument<Boolean> dryRun = add(Argument.flag("--dry-run", "Show what would be hit; end nothing."));

    final Argument<Boolean> yes = add(Argument.flag("--yes", "Do not ask."));

    public KillCommand() {
        super(
                "Shows what will be affected, asks, makes sure that it still is the same process and still"
                        + " has the port, asks it to end, waits, and makes sure that the port is free. A process that"
                        + " does not end is killed only with --force; one that is stopped (Ctrl+Z) is continued so that"
                        + " it can end. Several processes are judged together: the port is checked when all have ended."
                        + " Never ended are the first process of the system, kernel threads, PortIO itself and what it"
                        + " runs in.",
                "",
                "Exit code 0 also if connections in TIME-WAIT keep the port from a service without"
                        + " SO_REUSEADDR, which is said; 1 if there is no such process, 4 if it still runs, was"
                        + " refused, or somebody has the port again, 5 if not all of several have ended.");
    }

    @Override
    public ExitCode run() throws ConnectionException, IOException, InterruptedException {
        checkUsage();
        new Confirmation(services(), output(), yes.value() || dryRun.value()).checkThatItCanBeGiven();
        return new Killing(this).run();
    }

    /** Null for both. */
    Protocol protocol() {
        if (Boolean.TRUE.equals(tcp.getValue())) {
            return Protocol.TCP;
        }
        return Boolean.TRUE.equals(udp.getValue()) ? Protocol.UDP : null;
    }

    /** Null where a PID was given. */
    HeldPort heldPort() {
        if (port.value() == null) {
            return null;
        }
        List<Endpoint> places =
                address.value() == null ? List.of() : AddressParser.parse(address.value(), port.value());
        return new HeldPort(port.value(), protocol(), places, List.of());
    }

    private void checkUsage() {
        if (pid.value() == null == (port.value() == null)) {
            throw wrongUsage("either a PID or --port PORT");
        }
        if (port.value() == null && (protocol() != null || connections.value() || address.value() != null)) {
            throw wrongUsage("--tcp, --udp, --address and --connections go with --port");
        }
    }
}
