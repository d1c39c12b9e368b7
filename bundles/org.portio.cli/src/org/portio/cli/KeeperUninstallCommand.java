// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Undoes what {@link KeeperInstallCommand} did. */
final class KeeperUninstallCommand extends KeeperCommand {

    private final Argument<Boolean> yes = add(yesOption());

    KeeperUninstallCommand() {
        super("The keeper that the system has started ends, with all that it holds. It asks first. Exit code 1 where it"
                + " is not installed.");
    }

    @Override
    ExitCode run(Keeper keeper) throws KeeperException {
        return new KeeperAtLogin(services(), output()).uninstall(yes.value());
    }
}
