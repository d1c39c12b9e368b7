// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Choice;
import org.portio.cli.command.Executables;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperSession;
import org.portio.core.AddressParser;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** What {@code portio reserve} does. */
record Reserving(ReserveCommand command, Reservations reservations) {

    ExitCode run() {
        Reservation first = request();
        List<ExitCode> codes = new ArrayList<>();
        List<String> addresses = AddressParser.toBind(first.key().address());
        ExitCode done =
                KeeperSession.each(addresses, address -> codes.add(reserve(at(address, first))), command.output());
        return done == ExitCode.OK && codes.contains(ExitCode.PARTIAL) ? ExitCode.PARTIAL : done;
    }

    private static Reservation at(String address, Reservation other) {
        return new Reservation(
                new PortKey(other.key().port(), other.key().protocol(), address),
                other.executable(),
                other.note(),
                other.handOver(),
                other.outOfEphemeralRange(),
                other.since());
    }

    private ExitCode reserve(Reservation reservation) throws ReservationException {
        ReservationStatus status = reservations.reserve(reservation);
        String what = status.key() + " is ";
        String why = status.detail().isEmpty() ? "" : ": " + status.detail();
        command.output().println("Reserved " + status.key() + ".");
        warnOfRules(status.key());
        return switch (status.state()) {
            case HELD -> ExitCode.OK;
            case LENT -> {
                command.output().note(what + "lent at the moment" + why);
                yield ExitCode.OK;
            }
            case UNPROVEN -> {
                command.output().note(what + "bound, but another program could still take it" + why);
                yield ExitCode.OK;
            }
            // Only where it was reserved before: what is changed is kept, and the port is not.
            case CONFLICT, DENIED -> {
                command.output().note(what + "not held at the moment" + why);
                yield ExitCode.PARTIAL;
            }
        };
    }

    /** A held socket gets no packet that a rule refuses or turns elsewhere first: whoever gets these has the port. */
    private void warnOfRules(PortKey key) {
        Snapshot none = new Snapshot(Instant.now(), "none", List.of(), List.of());
        command
                .services()
                .firewallFindings()
                .find(new Question(key.port(), key.protocol(), key.address(), none))
                .stream()
                .filter(finding -> finding.weight() == Finding.Weight.WARNS)
                .forEach(finding -> command.output().note("but " + finding.what() + " (" + finding.evidence() + ")"));
    }

    private Reservation request() {
        Protocol protocol = command.protocol.value();
        HandOver handOver = handOver(command.handOver.value());
        String unfit = Running.unfit(handOver, protocol);
        if (!unfit.isEmpty()) {
            throw command.wrongUsage(unfit);
        }
        return new Reservation(
                new PortKey(command.port.value(), protocol, orEmpty(command.address.value())),
                command.executable.value() == null ? "" : Executables.existing(command.executable.value()),
                orEmpty(command.note.value()),
                handOver,
                command.outOfEphemeralRange.value(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    static HandOver handOver(String word) {
        return HandOver.valueOf(Choice.constant(word));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
