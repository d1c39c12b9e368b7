// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.server.ServerException;

/** Stops temporary servers; {@link StoppingServers} does it. */
public final class StopServerCommand extends KeeperCommand {

    final Argument<Integer> port = add(optionalPortParameter("The port of the server."));

    final Argument<Protocol> protocol = add(optionalProtocolParameter("Its protocol, if there is a server for each."));

    final Argument<Boolean> all = add(Argument.flag("--all", "All that run; it asks first."));

    final Argument<Boolean> yes = add(yesOption());

    public StopServerCommand() {
        super("Its clients are disconnected. Exit code 1 if no such server is running.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ServerException, KeeperException {
        return new StoppingServers(this, keeper).run();
    }
}
