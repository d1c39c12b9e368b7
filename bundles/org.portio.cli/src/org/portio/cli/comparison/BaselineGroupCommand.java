// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Subcommand;

/** The commands on the listeners that somebody knows. */
public final class BaselineGroupCommand extends Subcommand {

    private static final List<CommandEntry> COMMANDS = List.of(
            CommandEntry.of(
                    "save", Group.CONNECTIONS, "Save the listeners of this moment.", () -> new BaselineSaveCommand()),
            CommandEntry.of("show", Group.CONNECTIONS, "List the saved listeners.", () -> new BaselineShowCommand()),
            CommandEntry.of(
                    "forget", Group.CONNECTIONS, "Delete the saved listeners.", () -> new BaselineForgetCommand()));

    public BaselineGroupCommand() {
        super("A baseline is the listeners that you know: 'portio watch --new' tells of others only.");
        spec().usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        COMMANDS.forEach(entry -> spec().addSubcommand(entry.name(), entry.load()));
    }

    @Override
    public ExitStatus run() {
        throw wrongUsage(
                "which command? " + COMMANDS.stream().map(CommandEntry::name).collect(Collectors.joining(", ")));
    }
}
