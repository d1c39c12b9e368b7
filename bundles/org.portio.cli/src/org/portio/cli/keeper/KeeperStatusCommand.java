// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.Optional;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.TimeText;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;

/** Tells whether a keeper runs. */
final class KeeperStatusCommand extends KeeperCommand {

    KeeperStatusCommand() {
        super("Does not start a keeper. Exit code 1 if none is running.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws KeeperException {
        Optional<KeeperStatus> status = keeper.status();
        if (status.isEmpty()) {
            return noneRuns();
        }
        print(status.get());
        return ExitCode.OK;
    }

    private void print(KeeperStatus running) {
        output().println("PID           " + running.pid());
        output().println("Version       " + running.version());
        output().println("Since         " + TimeText.local(running.since()));
        output().println("Reservations  " + running.reservations() + ", " + running.held() + " held or lent");
        output().println("Servers       " + running.servers());
        if (!running.here()) {
            output().note("this keeper is in another network namespace: its ports are not the ones here");
        }
    }
}
