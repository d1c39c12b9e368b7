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
        super("In the column State, held means safe, unproven means bound but not proven safe, lent means"
                + " handed over to the program that it is kept for, conflict means taken by somebody else,"
                + " and denied means that you may not bind it. The keeper keeps trying to get a"
                + " port that is in conflict; remapped means that a program which asks for the port gets another one."
                + " Exit code 1 if there are"
                + " none.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ReservationException {
        ReservationTable table =
                new ReservationTable(!noHeader.value(), services().colours());
        return table.print(keeper.reservations().list(), RunningRemaps.list(output()), json.value(), output());
    }
}
