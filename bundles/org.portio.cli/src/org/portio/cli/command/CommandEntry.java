// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One command, known before its class is loaded.
 *
 * @param name as it is typed
 * @param group the heading below which the help lists it
 * @param summary one sentence; the list of all commands, its own help and the documentation show it
 * @param maker makes the command
 * @param needs what starting it involves
 */
public record CommandEntry(String name, Group group, String summary, Supplier<Subcommand> maker, Set<Need> needs) {

    /** Headings of the list of commands, in its order. */
    public enum Group {
        CONNECTIONS("Connections"),
        PORTS("Ports"),
        FIREWALL("Firewall"),
        RESERVATIONS("Reservations"),
        SERVERS("Temporary servers"),
        PORTIO("PortIO"),
        /** Commands of other people. */
        EXTENSIONS("Extensions"),
        /** Commands for PortIO itself, which no help shows. */
        HIDDEN("");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A need of a command before it runs. */
    public enum Need {
        /** Connections: reading them begins while the arguments are still being parsed. */
        CONNECTIONS,
        /** Memory for tens of thousands of rows; the start script asks Java for it. */
        MANY_ROWS,
        /** The classes of the firewall: the start script has a cache of its own for these commands. */
        FIREWALL,
        /** All other commands, which it looks at. */
        ALL_COMMANDS
    }

    public static CommandEntry of(String name, Group group, String summary, Supplier<Subcommand> maker, Need... needs) {
        return new CommandEntry(name, group, summary, maker, Set.of(needs));
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    public boolean isShown() {
        return group != Group.HIDDEN;
    }

    /** Makes the command, complete with its options. */
    public CommandLine load() {
        return new CommandLine(maker.get().named(name, summary));
    }

    /** Makes a stand-in with the name only, which suffices for completing and correcting what was typed. */
    public CommandLine placeholder() {
        return new CommandLine(CommandSpec.create().name(name));
    }
}
