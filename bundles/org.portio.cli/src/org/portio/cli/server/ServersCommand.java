// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.server.ServerException;

/** Prints the temporary servers that run; {@link ServerList} does it. */
public final class ServersCommand extends KeeperCommand {

    final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    final Argument<Boolean> noHeader = add(noHeaderOption());

    final Argument<Integer> transcript = add(
            Argument.option(
                    "--transcript",
                    Integer.class,
                    PortConverter::port,
                    "PORT",
                    "Instead, what the clients of the servers on this port did, the oldest first; the newest thousand at most."));

    public ServersCommand() {
        super("Clients counts the connections so far; for UDP, the different senders. Servers that were"
                + " lost with their keeper, for example when it was killed, are listed on stderr for a day,"
                + " each with the command that starts it again; stop-server with its port dismisses one. Exit"
                + " code 1 if there are none.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ServerException, KeeperException {
        return new ServerList(this, keeper).run();
    }
}
