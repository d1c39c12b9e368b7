// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.keeper.Keeper;
import org.portio.reservation.ReservationException;

/** Prints what is reserved; {@link ReservationTable} knows how. */
public final class ReservationsCommand extends KeeperCommand {

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    public ReservationsCommand() {
        super("In the column State, held is safe, unproven is bound but could be taken, lent is with the"
                + " program that it is kept for, conflict is taken by somebody else, and denied may not be"
                + " bound. The keeper keeps trying to get a port that is in conflict. Exit code 1 if there are"
                + " none.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ReservationException {
        ReservationTable table =
                new ReservationTable(!noHeader.value(), services().colours());
        return table.print(keeper.reservations().list(), json.value(), output());
    }
}
