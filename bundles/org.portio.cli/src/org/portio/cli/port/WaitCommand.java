// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.time.Duration;
import java.util.List;
import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Shell;
import org.portio.cli.command.Subcommand;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.PortWait;
import picocli.CommandLine.Model.OptionSpec;

/** Waits until a port is free, or somebody listens on it. */
public final class WaitCommand extends Subcommand {

    private final OptionSpec free = Argument.option(
                    "--free", Integer.class, "PORT", "Wait until a service can bind it, even without SO_REUSEADDR.")
            .converters(PortConverter::port)
            .build();

    private final OptionSpec listening = Argument.option(
                    "--listening", Integer.class, "PORT", "Wait until a process listens on it.")
            .converters(PortConverter::port)
            .build();

    {
        addExclusive(free, listening);
    }

    private final Argument<Protocol> protocol =
            add(Argument.optionalParameter(0, Protocol.class, "TCP|UDP", "The protocol (default: TCP)."));

    private final Argument<String> address = add(AddressConverter.option("On this address (default: on all)."));

    private final Argument<Boolean> leftovers = add(Argument.flag(
            "--despite-leftovers",
            "With --free: do not wait for leftover connections (TIME-WAIT); services that set SO_REUSEADDR"
                    + " can bind the port anyway."));

    private final Argument<Duration> timeout = add(Argument.option(
                    "--timeout",
                    Duration.class,
                    IntervalConverter.lasting(),
                    "TIME",
                    "How long to wait: 30s, 5m, 1h, or seconds as a number (default: ${DEFAULT-VALUE}).")
            .defaultValue("60s"));

    public WaitCommand() {
        super("Exit code 0 as soon as that is the case, 1 if it does not happen in time.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Integer wanted = free.getValue();
        Integer awaited = listening.getValue();
        if (wanted == null && awaited == null) {
            throw wrongUsage("specify --free PORT or --listening PORT");
        }
        if (leftovers.value() && wanted == null) {
            throw wrongUsage("--despite-leftovers works only with --free");
        }
        int port = wanted == null ? awaited : wanted;
        Protocol asked = protocol.value() == null ? Protocol.TCP : protocol.value();
        String where = address.value() == null ? "" : address.value();
        PortWait wait = PortWait.on(services().monitor(), port, asked, where);
        boolean met = wanted == null
                ? wait.awaitListening(timeout.value())
                : wait.awaitFree(leftovers.value(), timeout.value());
        if (!met) {
            output().note(asked + " " + port + (wanted == null ? ": nobody listens" : " is still taken") + "; "
                    + services().program() + " why " + port + " " + asked
                    + (where.isEmpty() ? "" : " " + Shell.line(List.of("--address", where))) + " explains why");
        }
        return met ? ExitCode.OK : ExitCode.FALSE;
    }
}
