// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.core.PortioException;
import org.portio.core.system.SetAside;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;

/**
 * A keeper for the commands within a run. It is started before the run, since one that a process of the run started would be
 * watched like that, and end with the run; it is stopped afterwards if nobody else needs it.
 */
final class RunKeeper {

    private final Services services;
    private final boolean isOurs;

    private RunKeeper(Services services, boolean isOurs) {
        this.services = services;
        this.isOurs = isOurs;
    }

    /** Starts it if none runs; without one, commands that need it fail within the run. */
    static RunKeeper start(Services services, Output output) {
        Keeper keeper = services.keeper();
        try {
            boolean runs = keeper.status().isPresent();
            if (!runs) {
                keeper.start();
            }
            return new RunKeeper(services, !runs);
        } catch (KeeperException e) {
            output.note("no port can be reserved within this test run: " + e.getMessage());
            return new RunKeeper(services, false);
        }
    }

    /** Stops it if it was started for this run, and has nothing to keep. */
    void end() throws PortioException {
        if (!isOurs) {
            return;
        }
        KeeperStatus status = services.keeper().status().orElse(null);
        boolean isNeeded = status == null
                || status.reservations() > 0
                || status.servers() > 0
                || services.historySwitch(RunKeeper::ignore).position().isOn();
        if (!isNeeded) {
            services.keeper().stop();
        }
    }

    /** The commands about the past tell of a damaged switch. */
    private static void ignore(@SuppressWarnings("unused") SetAside aside) {
        // Nothing to do.
    }
}
