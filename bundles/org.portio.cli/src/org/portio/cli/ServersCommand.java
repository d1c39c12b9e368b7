// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.core.server.ServerException;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Prints the temporary servers that run; {@link ServerList} does it. */
final class ServersCommand extends KeeperCommand {

    final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    final Argument<Boolean> noHeader = add(noHeaderOption());

    final Argument<Integer> transcript = add(
            Argument.option(
                    "--transcript",
                    Integer.class,
                    PortConverter::port,
                    "PORT",
                    "Instead, what the clients of the servers on this port did, the oldest first; the newest thousand at most."));

    ServersCommand() {
        super("Clients are connections so far, for UDP different senders. Exit code 1 where there are none."
                + " Servers that have ended with their keeper, such as when it was killed, are told of on stderr for a day,"
                + " each with what starts it again; stop-server with its port has it forgotten.");
    }

    @Override
    ExitCode run(Keeper keeper) throws ServerException, KeeperException {
        return new ServerList(this, keeper).run();
    }
}
