// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.reservation.ReservationException;

/** Gives reserved ports up; {@link Releasing} does it. */
public final class ReleaseCommand extends KeeperCommand {

    final Argument<Integer> port = add(optionalPortParameter("The port, 1 to 65535."));

    final Argument<Protocol> protocol = add(optionalProtocolParameter("Only for this protocol; without it, for both."));

    final Argument<String> address = add(addressOption(
            "--address", "Only what is reserved on this address; without it, whatever is reserved of the port."));

    final Argument<Boolean> all = add(Argument.flag("--all", "All that you have reserved."));

    final Argument<Boolean> yes = add(yesOption());

    public ReleaseCommand() {
        super("A program that has such a port keeps running. Asks before it gives anything up. Exit code 1"
                + " if none of them is reserved.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ReservationException {
        return new Releasing(this, keeper.reservations()).run();
    }
}
