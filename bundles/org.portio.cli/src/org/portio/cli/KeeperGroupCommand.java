// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import picocli.CommandLine;

/** The commands on the keeper itself. */
final class KeeperGroupCommand extends Subcommand {

    KeeperGroupCommand() {
        super(
                "keeper",
                "Show, stop or install the process that holds reserved ports.",
                "",
                "The keeper holds what is reserved and runs temporary servers, so that they outlive the command. It is"
                        + " started when something needs it; installed, it is also started when you log in.");
        spec().usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        List<Subcommand> commands = List.of(
                new KeeperStatusCommand(),
                new KeeperStopCommand(),
                new KeeperServeCommand(),
                new KeeperInstallCommand(),
                new KeeperUninstallCommand());
        commands.forEach(command -> spec().addSubcommand(command.spec().name(), new CommandLine(command.spec())));
    }

    @Override
    ExitStatus run() {
        throw wrongUsage(
                "which command? " + String.join(", ", spec().subcommands().keySet()));
    }
}
