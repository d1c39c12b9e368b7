// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Has the system start the keeper. */
final class KeeperInstallCommand extends KeeperCommand {

    KeeperInstallCommand() {
        super("So that what is reserved is held again after a restart of the machine: as a unit of systemd on Linux, an"
                + " agent of launchd on macOS, a scheduled task on Windows, of this user each.");
    }

    @Override
    ExitCode run(Keeper keeper) throws KeeperException {
        return new KeeperAtLogin(services(), output()).install();
    }
}
