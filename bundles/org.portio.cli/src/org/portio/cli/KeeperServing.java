// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import org.portio.cli.command.Services;
import org.portio.cli.feed.FeedCompanion;
import org.portio.cli.firewall.BlockWatch;
import org.portio.cli.history.PastCompanion;
import org.portio.cli.run.RunCompanion;
import org.portio.core.ConnectionMonitor;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperProcess;

/** The work of the keeper's process: it serves, restores blocks, and has companions that are switched on and off. */
record KeeperServing(Services services, Places places) {

    /** Serves until it is stopped, and returns the exit code. */
    int run() throws KeeperException {
        // All look at the same snapshots.
        ConnectionMonitor monitor = services.monitor();
        try (Subscription _ = BlockWatch.over(services.firewallAtHand())) {
            return KeeperProcess.serve(
                    places,
                    monitor,
                    Version.ofBundle(),
                    List.of(
                            new RunCompanion(services),
                            new PastCompanion(monitor, services.processes(), places),
                            new FeedCompanion(monitor, services.feedKeys(), services.firewallAtHand(), places)));
        }
    }
}
