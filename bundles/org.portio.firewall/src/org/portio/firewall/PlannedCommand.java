// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.List;

/**
 * A command that a backend would run.
 *
 * @param input what it would read from standard input; empty for nothing
 */
public record PlannedCommand(List<String> command, String input) {
    public PlannedCommand {
        command = List.copyOf(command);
    }

    public static PlannedCommand of(String... command) {
        return new PlannedCommand(List.of(command), "");
    }
}
