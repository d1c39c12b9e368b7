// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;

/** Ends the keeper. */
final class KeeperStopCommand extends KeeperCommand {

    private final Argument<Boolean> yes = add(yesOption());

    KeeperStopCommand() {
        super("Reservations are kept, and the next keeper holds the ports again. Asks first. Exit code 1"
                + " if no keeper is running.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        Optional<KeeperStatus> status = keeper.status();
        if (status.isEmpty()) {
            return noneRuns();
        }
        confirmation.demand(consequences(status.get()));
        if (!keeper.stop()) {
            return noneRuns();
        }
        output().println("Stopped the keeper.");
        return ExitCode.OK;
    }

    private static List<String> consequences(KeeperStatus status) {
        List<String> lines = new ArrayList<>();
        lines.add("stops the keeper with PID " + status.pid());
        if (status.held() > 0) {
            lines.add("until a keeper runs again, anybody can take the ports that it holds: " + status.held());
        }
        if (status.servers() > 0) {
            lines.add("temporary servers that will stop: " + status.servers());
        }
        return lines;
    }
}
