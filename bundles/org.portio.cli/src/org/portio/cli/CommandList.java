// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Group;
import picocli.CommandLine.Help;

/** The list of commands in the help, by groups. */
final class CommandList {

    private CommandList() {}

    /** Lists the commands that are not hidden, one per line, below the title of their group. */
    static String text(List<CommandEntry> entries, Help help) {
        int width = entries.stream()
                .filter(CommandEntry::isShown)
                .mapToInt(entry -> entry.name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        Group group = Group.HIDDEN;
        for (CommandEntry entry : entries) {
            if (!entry.isShown()) {
                continue;
            }
            if (entry.group() != group) {
                group = entry.group();
                text.append(System.lineSeparator())
                        .append(group.title())
                        .append(':')
                        .append(System.lineSeparator());
            }
            text.append("  ")
                    .append(help.colorScheme().commandText(entry.name()))
                    .repeat(' ', width - entry.name().length() + 2)
                    .append(entry.summary())
                    .append(System.lineSeparator());
        }
        return text.toString();
    }
}
