// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Ends the keeper. */
final class KeeperStopCommand extends KeeperCommand {

    private final Argument<Boolean> yes = add(yesOption());

    KeeperStopCommand() {
        super("What is reserved stays so, and is held again by the next keeper. It asks first. Exit code 1 where none"
                + " runs.");
    }

    @Override
    ExitCode run(Keeper keeper) throws KeeperException {
        return new KeeperText(services(), output()).stop(keeper, yes.value());
    }
}
