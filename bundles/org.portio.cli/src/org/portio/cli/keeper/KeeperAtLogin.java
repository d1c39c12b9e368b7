// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.List;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperInstallation;

/** What {@code portio keeper install} and {@code uninstall} do. */
record KeeperAtLogin(Services services, Output output) {

    ExitCode install() throws KeeperException {
        services.keeperInstallation().install().lines().forEach(output::println);
        return ExitCode.OK;
    }

    ExitCode uninstall(boolean unasked) throws KeeperException {
        Confirmation confirmation = new Confirmation(services, output, unasked);
        confirmation.checkThatItCanBeGiven();
        KeeperInstallation installation = services.keeperInstallation();
        if (!installation.isInstalled()) {
            return notInstalled();
        }
        confirmation.demand(List.of(
                "the system does not start the keeper any more",
                "a keeper that it has started ends, with all that it holds"));
        if (!installation.uninstall()) {
            return notInstalled();
        }
        output.println("Uninstalled the keeper.");
        return ExitCode.OK;
    }

    private ExitCode notInstalled() {
        output.note("the keeper is not installed");
        return ExitCode.FALSE;
    }
}
