// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.time.Duration;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;
import picocli.CommandLine.Model.OptionSpec;

/** Ends processes; {@link Killing} does it. */
final class KillCommand extends Subcommand {

    final Argument<Long> pid = add(Argument.optionalParameter(0, Long.class, "PID", "The process."));

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

    final Argument<Boolean> connections = add(Argument.flag(
            "--connections", "With --port: also processes that have no more than a connection at this port."));

    final Argument<Boolean> force =
            add(Argument.flag("--force", "End it at once (SIGKILL) instead of asking it to end (SIGTERM)."));

    final Argument<Duration> timeout = add(Argument.option(
                    "--timeout",
                    Duration.class,
                    IntervalConverter.lasting(),
                    "TIME",
                    "How long to wait for its end (default: ${DEFAULT-VALUE}).")
            .defaultValue("5s"));

    final Argument<Boolean> dryRun = add(Argument.flag("--dry-run", "Show what would be hit; end nothing."));

    final Argument<Boolean> yes = add(Argument.flag("--yes", "Do not ask."));

    KillCommand() {
        super(
                "kill",
                "End the process that has a port, safely.",
                "",
                "Shows what will be hit, asks, makes sure that it still is the same process and still has the port,"
                        + " asks it to end, waits, and makes sure that the port is free. A process that does not end is"
                        + " forced to only where you say so. The first process of the system, threads of the kernel,"
                        + " PortIO and what it runs in are refused.",
                "",
                "Exit code 1 where there is no such process, 4 where it still runs, was refused, or somebody has the"
                        + " port again, 5 where this is so for some of several.");
    }

    @Override
    ExitCode run() throws ConnectionException, IOException, InterruptedException {
        checkUsage();
        return new Killing(this).run();
    }

    /** Null for both. */
    Protocol protocol() {
        if (Boolean.TRUE.equals(tcp.getValue())) {
            return Protocol.TCP;
        }
        return Boolean.TRUE.equals(udp.getValue()) ? Protocol.UDP : null;
    }

    private void checkUsage() {
        if (pid.value() == null == (port.value() == null)) {
            throw wrongUsage("either a PID or --port PORT");
        }
        if (port.value() == null && (protocol() != null || connections.value())) {
            throw wrongUsage("--tcp, --udp and --connections go with --port");
        }
    }
}
