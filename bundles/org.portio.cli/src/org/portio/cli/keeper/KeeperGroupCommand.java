// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Subcommand;

/** The commands on the keeper itself. */
public final class KeeperGroupCommand extends Subcommand {

    private static final List<CommandEntry> COMMANDS = List.of(
            CommandEntry.of(
                    "status",
                    Group.PORTIO,
                    "Show whether the keeper is running, and what it holds.",
                    KeeperStatusCommand::new),
            CommandEntry.of(
                    "stop",
                    Group.PORTIO,
                    "Stop the keeper, with all holds and temporary servers.",
                    KeeperStopCommand::new),
            CommandEntry.of(
                    "serve",
                    Group.PORTIO,
                    "Run as the keeper until stopped; PortIO or the system starts this.",
                    KeeperServeCommand::new),
            CommandEntry.of(
                    "install",
                    Group.PORTIO,
                    "Have the system start the keeper when you log in.",
                    KeeperInstallCommand::new),
            CommandEntry.of("uninstall", Group.PORTIO, "Undo keeper install.", KeeperUninstallCommand::new));

    public KeeperGroupCommand() {
        super("The keeper holds reserved ports and runs temporary servers, so that they outlive the"
                + " command. It is started when something needs it; once installed, it is also started when"
                + " you log in.");
        spec().usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        COMMANDS.forEach(entry -> spec().addSubcommand(entry.name(), entry.load()));
    }

    @Override
    public ExitStatus run() {
        throw wrongUsage(
                "which command? " + COMMANDS.stream().map(CommandEntry::name).collect(Collectors.joining(", ")));
    }
}
