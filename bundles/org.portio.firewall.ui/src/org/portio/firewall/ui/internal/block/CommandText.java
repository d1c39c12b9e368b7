// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.firewall.PlannedCommand;

/** Commands as one would type them. They are shown only: PortIO runs them without a shell. */
final class CommandText {

    private CommandText() {}

    static String of(List<PlannedCommand> commands) {
        return commands.isEmpty()
                ? Messages.CommandText_none
                : commands.stream().map(CommandText::of).collect(Collectors.joining("\n"));
    }

    private static String of(PlannedCommand command) {
        String line = command.command().stream().map(CommandText::quoted).collect(Collectors.joining(" "));
        return command.input().isEmpty()
                ? line
                : line + " <<'.'\n" + command.input().stripTrailing() + "\n.";
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
