// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperInstallation;

/** Undoes what {@link KeeperInstallCommand} did. */
final class KeeperUninstallCommand extends KeeperCommand {

    private final Argument<Boolean> yes = add(yesOption());

    KeeperUninstallCommand() {
        super("Stops the keeper that the system started, and with it all holds and temporary servers. Asks first. Exit"
                + " code 1 if it is not installed.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        KeeperInstallation installation = services().keeperInstallation();
        if (!installation.isInstalled()) {
            return notInstalled();
        }
        confirmation.demand(List.of(
                "the system will no longer start the keeper",
                "a keeper that it has started is stopped, with all that it holds"));
        if (!installation.uninstall()) {
            return notInstalled();
        }
        output().println("Uninstalled the keeper.");
        return ExitCode.OK;
    }

    private ExitCode notInstalled() {
        output().note("the keeper is not installed");
        return ExitCode.FALSE;
    }
}
