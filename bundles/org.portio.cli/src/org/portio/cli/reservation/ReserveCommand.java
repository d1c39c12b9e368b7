// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Executables;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.TextConverter;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.cli.run.RunMember;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressParser;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.keeper.Keeper;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.testrun.Holding;

/** Reserves a port. */
public final class ReserveCommand extends KeeperCommand {

    private final Argument<Integer> port = add(portParameter("The port, 1 to 65535."));

    private final Argument<Protocol> protocol =
            add(Argument.parameter(1, Protocol.class, "TCP|UDP", "The protocol to reserve."));

    private final Argument<Path> executable = add(Argument.option(
            "--exe-path",
            Path.class,
            TextConverter::path,
            "PATH",
            "The program that it is kept for; portio run PORT starts it."));

    private final Argument<String> address = add(addressOption(
            "--address",
            "Only on this local address; localhost means 127.0.0.1 and ::1 (default: all IPv4 and IPv6 addresses)."));

    private final Argument<String> note =
            add(Argument.option("--note", String.class, TextConverter::line, "TEXT", "A note to yourself."));

    private final Argument<String> handOver = add(HandOverOption.WAYS
            .option(
                    "--hand-over",
                    "WAY",
                    "How portio run hands it over: descriptor passes the socket (LISTEN_FDS), any puts it in place"
                            + " of the program's own, latch admits a program that binds with SO_REUSEADDR, release"
                            + " lets go of the port first, auto uses the first of these that the program and the"
                            + " system support (default: ${DEFAULT-VALUE}).")
            .defaultValue("auto"));

    private final Argument<Boolean> outOfEphemeralRange = add(Argument.flag(
            "--keep-from-ephemeral",
            "Also exclude it from the ephemeral range, so that the system does not give it to outgoing"
                    + " connections. Needs privileges; undone on release."));

    public ReserveCommand() {
        super("The keeper, a background process of yours, holds the port until you release it: clients are"
                + " refused at once, and nobody else can bind it. Reserving the same port again changes the"
                + " reservation. Exit code 3 if you may not bind it, 4 if it is taken or the program does not"
                + " exist.");
    }

    @Override
    public ExitCode run(Keeper keeper) {
        RunMember member = new RunMember(this);
        Reservation first = request().withRun(member.joinFor(Holding.Kind.RESERVATION));
        List<ExitCode> codes = new ArrayList<>();
        List<String> addresses = AddressParser.toBind(first.key().address());
        ExitCode done = each(addresses, place -> codes.add(reserve(at(place, first), keeper.reservations())));
        return done == ExitCode.OK && codes.contains(ExitCode.PARTIAL) ? ExitCode.PARTIAL : done;
    }

    private static Reservation at(String address, Reservation other) {
        return new Reservation(
                new PortKey(other.key().port(), other.key().protocol(), address),
                other.executable(),
                other.note(),
                other.handOver(),
                other.outOfEphemeralRange(),
                other.since(),
                other.run());
    }

    private ExitCode reserve(Reservation reservation, Reservations reservations) throws ReservationException {
        ReservationStatus status = reservations.reserve(reservation);
        String what = status.key() + " is ";
        String why = status.detail().isEmpty() ? "" : ": " + status.detail();
        output().println("Reserved " + status.key() + ".");
        new RunMember(this).tellIfOlder(reservation.run(), status.reservation().run(), "the reservation");
        warnOfRules(status.key());
        return switch (status.state()) {
            case HELD -> ExitCode.OK;
            case LENT -> {
                output().note(what + "lent at the moment" + why);
                yield ExitCode.OK;
            }
            case UNPROVEN -> {
                output().note(what + "bound, but another program could still take it" + why);
                yield ExitCode.OK;
            }
            // Only if it was reserved before: what is changed is kept, and the port is not.
            case CONFLICT, DENIED -> {
                output().note(what + "not held at the moment" + why);
                yield ExitCode.PARTIAL;
            }
        };
    }

    /**
     * A held socket gets no packet that a rule refuses or redirects first: the receiver of these packets has the port.
     */
    private void warnOfRules(PortKey key) {
        Snapshot none = new Snapshot(Instant.now(), "none", List.of(), List.of());
        services().firewallFindings().find(new Question(key.port(), key.protocol(), key.address(), none)).stream()
                .filter(finding -> finding.weight() == Finding.Weight.WARNS)
                .forEach(finding -> output().note("but " + finding.what() + " (" + finding.evidence() + ")"));
    }

    private Reservation request() {
        Protocol asked = protocol.value();
        HandOver way = HandOverOption.way(handOver.value());
        String unfit = HandOverOption.unfit(way, asked);
        if (!unfit.isEmpty()) {
            throw wrongUsage(unfit);
        }
        return new Reservation(
                new PortKey(port.value(), asked, orEmpty(address.value())),
                executable.value() == null ? "" : Executables.existing(executable.value()),
                orEmpty(note.value()),
                way,
                outOfEphemeralRange.value(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
