// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.core.PortioException;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command over the keeper. Such a class is loaded for the help of all commands, which is to load nothing of the keeper
 * itself: what handles its types beyond passing them on has a class of its own.
 */
public abstract class KeeperCommand extends Subcommand {

    public KeeperCommand(String... details) {
        super(details);
    }

    /** The first parameter: a single port. */
    public static PositionalParamSpec.Builder portParameter(String description) {
        return Argument.parameter(0, Integer.class, "PORT", description).converters(PortConverter::port);
    }

    /** The first parameter, where it may be left out. */
    public static PositionalParamSpec.Builder optionalPortParameter(String description) {
        return portParameter(description).arity("0..1").required(false);
    }

    public static PositionalParamSpec.Builder optionalProtocolParameter(String description) {
        return Argument.optionalParameter(1, Protocol.class, "TCP|UDP", description);
    }

    public static OptionSpec.Builder addressOption(String name, String description) {
        return Argument.option(name, String.class, AddressConverter::canonical, "ADDRESS", description);
    }

    public abstract ExitStatus run(Keeper keeper) throws PortioException, InterruptedException;

    @Override
    public final ExitStatus run() throws PortioException, InterruptedException {
        return new KeeperSession(this).run();
    }
}
