// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import org.portio.cli.command.ExitCode;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;

/** Makes the system start the keeper. */
final class KeeperInstallCommand extends KeeperCommand {

    KeeperInstallCommand() {
        super("Reserved ports are then held again after a reboot. For this user only, it uses a systemd"
                + " unit on Linux, a launchd agent on macOS, or a scheduled task on Windows.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        services().keeperInstallation().install().lines().forEach(output()::println);
        return ExitCode.OK;
    }
}
