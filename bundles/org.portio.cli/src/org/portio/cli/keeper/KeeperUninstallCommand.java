// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Undoes what {@link KeeperInstallCommand} did. */
final class KeeperUninstallCommand extends KeeperCommand {

    private final Argument<Boolean> yes = add(yesOption());

    KeeperUninstallCommand() {
        super("The keeper that the system started ends, and with it all that it holds. Asks first. Exit"
                + " code 1 if it is not installed.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        return new KeeperAtLogin(services(), output()).uninstall(yes.value());
    }
}
