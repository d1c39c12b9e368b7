// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.util.List;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperSession;
import org.portio.cli.text.Output;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** What {@code portio release} does. */
record Releasing(ReleaseCommand command, Reservations reservations) {

    ExitCode run() throws ReservationException {
        checkUsage();
        Output output = command.output();
        Confirmation confirmation = new Confirmation(command.services(), output, command.yes.value());
        confirmation.checkThatItCanBeGiven();
        List<ReservationStatus> chosen = choose(reservations.list());
        if (chosen.isEmpty()) {
            output.note(command.all.value() ? "nothing is reserved" : choice() + " is not reserved");
            return ExitCode.FALSE;
        }
        confirmation.demand(
                chosen.stream().map(status -> "releases " + line(status)).toList());
        return KeeperSession.each(chosen, this::release, output);
    }

    private void release(ReservationStatus status) throws ReservationException {
        reservations.release(status.key());
        command.output().println("Released " + status.key() + ".");
    }

    private void checkUsage() {
        boolean named = command.port.value() != null;
        boolean all = command.all.value();
        if (all && (named || command.address.value() != null)) {
            throw command.wrongUsage("either a port or --all");
        }
        if (!all && !named) {
            throw command.wrongUsage("which port? PORT [TCP|UDP], or --all");
        }
    }

    private List<ReservationStatus> choose(List<ReservationStatus> reserved) {
        return command.all.value() ? reserved : choice().of(reserved);
    }

    private ReservationChoice choice() {
        return new ReservationChoice(command.port.value(), command.protocol.value(), command.address.value());
    }

    /** Returns text such as {@code TCP 8080, held, kept for /usr/bin/web}. */
    private static String line(ReservationStatus status) {
        String executable = status.reservation().executable();
        return status.key() + ", " + status.state().label()
                + (status.detail().isEmpty() ? "" : " (" + status.detail() + ")")
                + (executable.isEmpty() ? "" : ", kept for " + executable);
    }
}
