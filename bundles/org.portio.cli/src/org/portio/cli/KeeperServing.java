// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import java.util.function.Consumer;
import org.portio.cli.command.Services;
import org.portio.cli.firewall.BlockWatch;
import org.portio.core.linux.LinuxEventSource;
import org.portio.core.system.Places;
import org.portio.core.system.Subscription;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperProcess;
import org.portio.record.Histories;
import org.portio.record.HistorySwitch;
import org.portio.record.Recorder;
import org.portio.record.SwitchedRecorder;

/** The work of the keeper's process: it serves, restores blocks, and records the past while that is switched on. */
record KeeperServing(Services services, Places places) {

    /** Serves until it is stopped, and returns the exit code. */
    int run() throws KeeperException {
        try (Subscription _ = BlockWatch.over(services.firewallAtHand())) {
            return KeeperProcess.serve(places, services.monitor(), Version.ofBundle(), this::recordPast);
        }
    }

    private Subscription recordPast(Consumer<String> log) {
        HistorySwitch position = HistorySwitch.of(places, aside -> log.accept(aside.text()));
        return SwitchedRecorder.follow(
                position,
                Histories.folder(places),
                ledger -> new Recorder(
                        services.monitor(),
                        List.of(new LinuxEventSource()),
                        services.processes(),
                        places.state(),
                        ledger),
                log);
    }
}
