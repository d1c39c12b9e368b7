// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Services;
import org.portio.cli.text.Output;
import org.portio.cli.text.TimeText;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;

/** The keeper as people read of it. */
record KeeperText(Services services, Output output) {

    ExitCode printStatus(Keeper keeper) throws KeeperException {
        Optional<KeeperStatus> status = keeper.status();
        if (status.isEmpty()) {
            return noneRuns();
        }
        KeeperStatus running = status.get();
        output.println("PID           " + running.pid());
        output.println("Version       " + running.version());
        output.println("Since         " + TimeText.local(running.since()));
        output.println("Reservations  " + running.reservations() + ", " + running.held() + " held or lent");
        output.println("Servers       " + running.servers());
        if (!running.here()) {
            output.note("this keeper is in another network namespace: its ports are not those here");
        }
        return ExitCode.OK;
    }

    ExitCode stop(Keeper keeper, boolean unasked) throws KeeperException {
        Confirmation confirmation = new Confirmation(services, output, unasked);
        confirmation.checkThatItCanBeGiven();
        Optional<KeeperStatus> status = keeper.status();
        if (status.isEmpty()) {
            return noneRuns();
        }
        confirmation.demand(consequences(status.get()));
        if (!keeper.stop()) {
            return noneRuns();
        }
        output.println("Stopped the keeper.");
        return ExitCode.OK;
    }

    private static List<String> consequences(KeeperStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("stops the keeper with pid " + status.pid());
        if (status.held() > 0) {
            lines.add("anybody can take what it holds until a keeper runs again: ports " + status.held());
        }
        if (status.servers() > 0) {
            lines.add("temporary servers end: " + status.servers());
        }
        return lines;
    }

    private ExitCode noneRuns() {
        output.note("no keeper runs");
        return ExitCode.FALSE;
    }
}
