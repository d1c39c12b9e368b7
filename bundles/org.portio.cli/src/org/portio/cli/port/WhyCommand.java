// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;

/** Tells why a service does not get a port; {@link Explaining} does it. */
public final class WhyCommand extends Subcommand {

    final Argument<Integer> port = add(Argument.parameter(0, Integer.class, "PORT", "The port, 1 to 65535.")
            .converters(PortConverter::port));

    final Argument<Protocol> protocol =
            add(Argument.optionalParameter(1, Protocol.class, "TCP|UDP", "The protocol; TCP without it."));

    final Argument<String> address =
            add(AddressConverter.option("The address that the service binds; without it, all are looked at."));

    final Argument<Boolean> json = add(Argument.flag("--json", "One JSON object."));

    public WhyCommand() {
        super("Binds the port for a moment in each way that services do, with and without SO_REUSEADDR, and"
                + " shows whatever keeps or hides it, with the evidence and a command that helps. What was"
                + " inferred rather than seen says so. Exit code 0 if something keeps a service from the port,"
                + " 1 if it can be bound everywhere.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        return new Explaining(this).run();
    }
}
