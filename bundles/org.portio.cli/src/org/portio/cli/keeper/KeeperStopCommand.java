// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Ends the keeper. */
final class KeeperStopCommand extends KeeperCommand {

    private final Argument<Boolean> yes = add(yesOption());

    KeeperStopCommand() {
        super("What is reserved stays reserved, and the next keeper holds it again. Asks first. Exit code 1"
                + " if no keeper is running.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        return new KeeperText(services(), output()).stop(keeper, yes.value());
    }
}
