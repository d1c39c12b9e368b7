// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import org.portio.cli.command.ExitCode;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Tells whether a keeper runs. */
final class KeeperStatusCommand extends KeeperCommand {

    KeeperStatusCommand() {
        super("Does not start a keeper. Exit code 1 if none is running.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        return new KeeperText(services(), output()).printStatus(keeper);
    }
}
