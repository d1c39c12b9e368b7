// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.extension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import org.portio.cli.command.Services;
import org.portio.core.system.Printable;
import org.portio.extension.ExtensionCommand;
import org.portio.extension.ExtensionException;
import org.portio.extension.Offered;

/** The commands that extensions add. One that does not tell a name of its own is left out. */
public final class ExtraCommands {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private ExtraCommands() {}

    /**
     * Returns them as entries of the table of commands.
     *
     * @param taken names of commands of PortIO, which come first
     */
    public static List<CommandEntry> of(Services services, Set<String> taken) {
        List<CommandEntry> entries = new ArrayList<>();
        for (Offered<ExtensionCommand> offered : services.extensions().services(ExtensionCommand.class)) {
            try {
                String name = offered.ask(LIMIT, ExtensionCommand::name);
                String summary = Printable.of(offered.ask(LIMIT, ExtensionCommand::summary));
                boolean free = entries.stream().noneMatch(entry -> entry.name().equals(name));
                if (free && !taken.contains(name) && NAME.matcher(name).matches()) {
                    entries.add(CommandEntry.of(name, Group.EXTENSIONS, summary, () -> new ExtraCommand(offered)));
                }
            } catch (ExtensionException _) {
                continue; // It is remembered, and extension list tells it.
            }
        }
        return entries;
    }
}
