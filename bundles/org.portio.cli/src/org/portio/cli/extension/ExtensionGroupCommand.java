// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Subcommand;

/** The commands on extensions. */
public final class ExtensionGroupCommand extends Subcommand {

    private static final List<CommandEntry> COMMANDS = List.of(
            CommandEntry.of(
                    "list",
                    Group.PORTIO,
                    "List the extensions, and for each that is not used the reason.",
                    ExtensionListCommand::new),
            CommandEntry.of(
                    "install", Group.PORTIO, "Install an extension, or another version of it.", InstallCommand::new),
            CommandEntry.of("remove", Group.PORTIO, "Remove an extension.", RemoveCommand::new),
            CommandEntry.of(
                    "enable",
                    Group.PORTIO,
                    "Use an extension again that was disabled, or that failed.",
                    () -> new SwitchCommand(true)),
            CommandEntry.of(
                    "disable",
                    Group.PORTIO,
                    "Keep an extension installed without using it.",
                    () -> new SwitchCommand(false)),
            CommandEntry.of("new", Group.PORTIO, "Begin an extension of your own.", NewCommand::new),
            CommandEntry.of(
                    "why",
                    Group.PORTIO,
                    "Tell why an extension is not used, or has failed.",
                    ExtensionWhyCommand::new));

    public ExtensionGroupCommand() {
        super(
                "An extension is an OSGi bundle: a jar that adds views, columns, file formats, commands and more to PortIO.");
        spec().usageMessage().synopsisSubcommandLabel("COMMAND").commandListHeading("%nCommands:%n");
        COMMANDS.forEach(entry -> spec().addSubcommand(entry.name(), entry.load()));
    }

    @Override
    public ExitStatus run() {
        throw wrongUsage(
                "which command? " + COMMANDS.stream().map(CommandEntry::name).collect(Collectors.joining(", ")));
    }
}
