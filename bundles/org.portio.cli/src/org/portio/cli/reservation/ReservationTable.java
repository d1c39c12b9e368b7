// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.Output;
import org.portio.cli.text.Table;
import org.portio.cli.text.TimeText;
import org.portio.reservation.Remap;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.ReservationsJson;

/** Reservations in columns. */
record ReservationTable(boolean header, boolean colours) {

    private static final List<String> TITLES =
            List.of("Proto", "Port", "Address", "State", "Since", "Executable", "Note", "Detail");

    ExitCode print(List<ReservationStatus> reservations, List<Remap> remaps, boolean json, Output output) {
        if (json) {
            output.json(ReservationsJson.document(reservations, remaps, Instant.now()));
        } else {
            new Table(TITLES, header, colours)
                    .print(
                            Stream.concat(
                                            reservations.stream().map(ReservationTable::cells),
                                            remaps.stream().map(ReservationTable::cells))
                                    .toList(),
                            output);
        }
        return reservations.isEmpty() && remaps.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private static List<String> cells(ReservationStatus status) {
        Reservation reservation = status.reservation();
        return List.of(
                status.key().protocol().label(),
                String.valueOf(status.key().port()),
                orElse(status.key().address(), "*"),
                status.state().label(),
                TimeText.local(reservation.since()),
                orElse(reservation.executable(), "-"),
                orElse(reservation.note(), "-"),
                status.detail());
    }

    private static List<String> cells(Remap remap) {
        return List.of(
                "*",
                String.valueOf(remap.asked()),
                "*",
                "remapped",
                TimeText.local(remap.since()),
                remap.program(),
                "-",
                "is " + remap.given() + (remap.pid() == 0 ? "" : " for PID " + remap.pid()) + " in " + remap.folder());
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
