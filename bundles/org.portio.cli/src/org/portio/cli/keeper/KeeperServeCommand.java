// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import org.portio.cli.command.ExitStatus;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Runs the keeper until it is stopped. */
final class KeeperServeCommand extends KeeperCommand {

    KeeperServeCommand() {
        super("Each user has one keeper: if another one is running, this one exits at once. It detaches"
                + " from the terminal.");
    }

    @Override
    public boolean settlesRuns() {
        return false;
    }

    @Override
    public ExitStatus run(Keeper keeper) throws KeeperException {
        int code = services().serveKeeper();
        return () -> code;
    }
}
