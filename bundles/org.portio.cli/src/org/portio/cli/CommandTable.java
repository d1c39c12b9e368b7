// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.portio.cli.command.CommandEntry.Group.CONNECTIONS;
import static org.portio.cli.command.CommandEntry.Group.FIREWALL;
import static org.portio.cli.command.CommandEntry.Group.HIDDEN;
import static org.portio.cli.command.CommandEntry.Group.PORTIO;
import static org.portio.cli.command.CommandEntry.Group.PORTS;
import static org.portio.cli.command.CommandEntry.Group.RESERVATIONS;
import static org.portio.cli.command.CommandEntry.Group.SERVERS;

import java.util.List;
import java.util.Optional;
import org.portio.cli.command.CommandEntry;
import org.portio.cli.command.CommandEntry.Need;
import org.portio.cli.comparison.BaselineGroupCommand;
import org.portio.cli.comparison.DiffCommand;
import org.portio.cli.connection.CheckPortCommand;
import org.portio.cli.connection.CloseCommand;
import org.portio.cli.connection.ListCommand;
import org.portio.cli.connection.MetricsCommand;
import org.portio.cli.connection.SaveCommand;
import org.portio.cli.extension.ExtensionGroupCommand;
import org.portio.cli.feed.FeedCommand;
import org.portio.cli.firewall.BlockCommand;
import org.portio.cli.firewall.BlocksCommand;
import org.portio.cli.firewall.HelperCommand;
import org.portio.cli.firewall.UnblockCommand;
import org.portio.cli.health.DoctorCommand;
import org.portio.cli.health.InsightsCommand;
import org.portio.cli.history.HistoryCommand;
import org.portio.cli.keeper.KeeperGroupCommand;
import org.portio.cli.port.KillCommand;
import org.portio.cli.port.WaitCommand;
import org.portio.cli.port.WhyCommand;
import org.portio.cli.reservation.ReleaseCommand;
import org.portio.cli.reservation.ReservationsCommand;
import org.portio.cli.reservation.ReserveCommand;
import org.portio.cli.reservation.RunCommand;
import org.portio.cli.run.LeaseCommand;
import org.portio.cli.run.WithCommand;
import org.portio.cli.server.ServersCommand;
import org.portio.cli.server.StartServerCommand;
import org.portio.cli.server.StopServerCommand;
import org.portio.cli.watch.WatchCommand;
import org.portio.firewall.wiring.FirewallHelper;

/**
 * All commands of {@code portio}. A new command is a class and a line here: the help, the completion and what is prepared for
 * a start come from this table, and a test holds the start script and the documentation equal to it.
 */
public final class CommandTable {

    /**
     * All commands in the order of the help. Lambdas, since {@code X::new} would link the class of each command at each
     * start.
     */
    static final List<CommandEntry> ENTRIES = List.of(
            CommandEntry.of(
                    "list",
                    CONNECTIONS,
                    "List TCP and UDP sockets with the processes that hold them.",
                    () -> new ListCommand(),
                    Need.CONNECTIONS,
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "save",
                    CONNECTIONS,
                    "Save a snapshot of all sockets to a file.",
                    () -> new SaveCommand(),
                    Need.CONNECTIONS,
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "diff",
                    CONNECTIONS,
                    "Show what is different between saved snapshots, the recorded past and now.",
                    () -> new DiffCommand(),
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "baseline",
                    CONNECTIONS,
                    "Save the listeners that you know, for watch --new.",
                    () -> new BaselineGroupCommand(),
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "watch",
                    CONNECTIONS,
                    "Print a line for each socket that opens, closes or changes.",
                    () -> new WatchCommand(),
                    Need.CONNECTIONS),
            CommandEntry.of(
                    "metrics",
                    CONNECTIONS,
                    "Print counts of sockets for a monitoring system, as OpenMetrics.",
                    () -> new MetricsCommand(),
                    Need.CONNECTIONS,
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "history",
                    CONNECTIONS,
                    "Show who had a port in the past, as far as it was recorded.",
                    () -> new HistoryCommand(),
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "close",
                    CONNECTIONS,
                    "Close one TCP connection without ending its process.",
                    () -> new CloseCommand(),
                    Need.CONNECTIONS),
            CommandEntry.of(
                    "check-port",
                    PORTS,
                    "Check whether a local port is in use, and by whom.",
                    () -> new CheckPortCommand(),
                    Need.CONNECTIONS,
                    Need.MANY_ROWS),
            CommandEntry.of(
                    "why",
                    PORTS,
                    "Explain why a service cannot bind a port, and what to do.",
                    () -> new WhyCommand(),
                    Need.CONNECTIONS),
            CommandEntry.of(
                    "kill",
                    PORTS,
                    "End the processes that hold a port, safely.",
                    () -> new KillCommand(),
                    Need.CONNECTIONS),
            CommandEntry.of(
                    "wait",
                    PORTS,
                    "Wait until a port is free, or until a process listens on it.",
                    () -> new WaitCommand(),
                    Need.CONNECTIONS),
            CommandEntry.of(
                    "insights",
                    PORTS,
                    "Tell what stands out among the sockets, and what to do about it.",
                    () -> new InsightsCommand(),
                    Need.CONNECTIONS),
            CommandEntry.of(
                    "block",
                    FIREWALL,
                    "Block ports with the system's firewall.",
                    () -> new BlockCommand(),
                    Need.FIREWALL),
            CommandEntry.of(
                    "unblock", FIREWALL, "Remove blocks that PortIO made.", () -> new UnblockCommand(), Need.FIREWALL),
            CommandEntry.of(
                    "blocks", FIREWALL, "List the ports that PortIO blocks.", () -> new BlocksCommand(), Need.FIREWALL),
            CommandEntry.of(
                    "reserve",
                    RESERVATIONS,
                    "Reserve a port for a program, so that nothing else can take it.",
                    () -> new ReserveCommand()),
            CommandEntry.of("release", RESERVATIONS, "Release reserved ports.", () -> new ReleaseCommand()),
            CommandEntry.of("reservations", RESERVATIONS, "List the reserved ports.", () -> new ReservationsCommand()),
            CommandEntry.of(
                    "run",
                    RESERVATIONS,
                    "Start a program and hand a reserved port over to it.",
                    () -> new RunCommand()),
            CommandEntry.of(
                    "with",
                    RESERVATIONS,
                    "Run a command, and undo what PortIO makes within it.",
                    () -> new WithCommand()),
            CommandEntry.of(
                    "lease",
                    RESERVATIONS,
                    "Find free ports, and hold them for a command or for a time.",
                    () -> new LeaseCommand()),
            CommandEntry.of(
                    "start-server",
                    SERVERS,
                    "Start a temporary server for testing clients, firewalls and networks.",
                    () -> new StartServerCommand()),
            CommandEntry.of("stop-server", SERVERS, "Stop a temporary server.", () -> new StopServerCommand()),
            CommandEntry.of("servers", SERVERS, "List the temporary servers.", () -> new ServersCommand()),
            CommandEntry.of(
                    "keeper",
                    PORTIO,
                    "Show, stop or install the process that holds reserved ports.",
                    () -> new KeeperGroupCommand()),
            CommandEntry.of(
                    "feed",
                    PORTIO,
                    "Publish what happens to connections to other programs, over ZeroMQ.",
                    () -> new FeedCommand()),
            CommandEntry.of(
                    "extension",
                    PORTIO,
                    "List, install and remove extensions, and tell why one is not used.",
                    () -> new ExtensionGroupCommand()),
            CommandEntry.of(
                    "doctor",
                    PORTIO,
                    "Check what PortIO can use on this machine, and what is missing.",
                    () -> new DoctorCommand()),
            CommandEntry.of(
                    "generate-completion",
                    PORTIO,
                    "Print a completion script for bash and zsh.",
                    () -> new CompletionCommand(),
                    Need.ALL_COMMANDS),
            CommandEntry.of("help", PORTIO, "Show help for a command.", () -> new HelpCommand(), Need.ALL_COMMANDS),
            CommandEntry.of(
                    FirewallHelper.COMMAND,
                    HIDDEN,
                    "Perform one firewall step that another PortIO process requests on standard input.",
                    () -> new HelperCommand(),
                    Need.FIREWALL));

    private CommandTable() {}

    /** Finds a command by its exact name. */
    static Optional<CommandEntry> find(String name) {
        return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
