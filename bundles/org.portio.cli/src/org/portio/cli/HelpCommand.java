// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Shows the help of a command, or of all. */
final class HelpCommand extends Subcommand {

    private final Argument<String> command =
            add(Argument.optionalParameter(0, String.class, "COMMAND", "The command to show the help of."));

    HelpCommand() {
        super("help", "Show the help of a command.");
    }

    @Override
    ExitCode run() {
        CommandLine portio = spec().root().commandLine();
        String name = command.value();
        CommandLine wanted = name == null ? portio : portio.getSubcommands().get(name);
        if (wanted == null) {
            throw new ParameterException(spec().commandLine(), "Unknown command '" + name + "'.");
        }
        wanted.usage(output().out, portio.getColorScheme());
        return ExitCode.OK;
    }
}
