// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import picocli.CommandLine;

/** Shows the help of a command, or of all. */
final class HelpCommand extends Subcommand {

    private final Argument<List<String>> words =
            add(Argument.words(0, "COMMAND", "The command to show help for, such as keeper or keeper status."));

    @Override
    public ExitCode run() {
        CommandLine portio = spec().root().commandLine();
        CommandLine wanted = portio;
        for (String word : words.value()) {
            wanted = wanted.getSubcommands().get(word);
            if (wanted == null) {
                throw wrongUsage("Unknown command '" + String.join(" ", words.value()) + "'.");
            }
        }
        wanted.usage(output().out, portio.getColorScheme());
        return ExitCode.OK;
    }
}
