// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.cli.text.Output;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** Gives reserved ports up. */
public final class ReleaseCommand extends KeeperCommand {

    private final Argument<Integer> port = add(optionalPortParameter("The port, 1 to 65535."));

    private final Argument<Protocol> protocol = add(optionalProtocolParameter("Only this protocol (default: both)."));

    private final Argument<String> address = add(addressOption(
            "--address", "Only the reservation on this address (default: all reservations of the port)."));

    private final Argument<Boolean> all = add(Argument.flag("--all", "Release everything that you have reserved."));

    private final Argument<Boolean> yes = add(yesOption());

    public ReleaseCommand() {
        super("A program that has such a port keeps running. Asks before it releases anything. Exit code 1"
                + " if nothing is reserved.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ReservationException {
        Reservations reservations = keeper.reservations();
        checkUsage();
        Output output = output();
        Confirmation confirmation = new Confirmation(services(), output, yes.value());
        confirmation.checkThatItCanBeGiven();
        List<ReservationStatus> chosen = choose(reservations.list());
        if (chosen.isEmpty()) {
            output.note(all.value() ? "nothing is reserved" : choice() + " is not reserved");
            return ExitCode.FALSE;
        }
        confirmation.demand(
                chosen.stream().map(status -> "releases " + line(status)).toList());
        return each(chosen, status -> release(status, reservations));
    }

    private void release(ReservationStatus status, Reservations reservations) throws ReservationException {
        reservations.release(status.key());
        output().println("Released " + status.key() + ".");
    }

    private void checkUsage() {
        boolean named = port.value() != null;
        if (all.value() && (named || address.value() != null)) {
            throw wrongUsage("give either a port or --all");
        }
        if (!all.value() && !named) {
            throw wrongUsage("which port? PORT [TCP|UDP], or --all");
        }
    }

    private List<ReservationStatus> choose(List<ReservationStatus> reserved) {
        return all.value() ? reserved : choice().of(reserved);
    }

    private ReservationChoice choice() {
        return new ReservationChoice(port.value(), protocol.value(), address.value());
    }

    /** Returns text such as {@code TCP 8080, held, kept for /usr/bin/web}. */
    private static String line(ReservationStatus status) {
        String executable = status.reservation().executable();
        return status.key() + ", " + status.state().label()
                + (status.detail().isEmpty() ? "" : " (" + status.detail() + ")")
                + (executable.isEmpty() ? "" : ", kept for " + executable);
    }
}
