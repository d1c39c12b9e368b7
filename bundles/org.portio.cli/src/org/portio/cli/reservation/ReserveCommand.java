// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.nio.file.Path;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Choice;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.TextConverter;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.reservation.ReservationException;

/** Reserves a port; {@link Reserving} does it. */
public final class ReserveCommand extends KeeperCommand {

    /** How a port can be handed over; the constants of {@link org.portio.reservation.HandOver} by their labels. */
    static final Choice WAYS = new Choice("hand-over", List.of("auto", "descriptor", "latch", "release"));

    final Argument<Integer> port = add(portParameter("The port, 1 to 65535."));

    final Argument<Protocol> protocol =
            add(Argument.parameter(1, Protocol.class, "TCP|UDP", "The protocol to keep it for."));

    final Argument<Path> executable = add(Argument.option(
            "--exe-path",
            Path.class,
            TextConverter::path,
            "PATH",
            "The program that it is kept for; portio run PORT starts it."));

    final Argument<String> address = add(addressOption(
            "--address",
            "Only on this local address; localhost is 127.0.0.1 and ::1; without it, on all of both families."));

    final Argument<String> note =
            add(Argument.option("--note", String.class, TextConverter::line, "TEXT", "For your own memory."));

    final Argument<String> handOver = add(WAYS.option(
                    "--hand-over",
                    "WAY",
                    "How portio run hands it over: descriptor passes the socket (LISTEN_FDS), latch lets in a program"
                            + " that binds with SO_REUSEADDR, release gives it up first, auto takes the first of these"
                            + " that the program is made for (default: ${DEFAULT-VALUE}).")
            .defaultValue("auto"));

    final Argument<Boolean> outOfEphemeralRange = add(Argument.flag(
            "--keep-from-ephemeral",
            "Also tell the system not to give it to outgoing connections. It needs privileges, and is undone on"
                    + " release."));

    public ReserveCommand() {
        super("The keeper, a background process of yours, holds the port until you release it: clients are"
                + " refused at once, and nobody else can bind it. Reserving the same port again changes what it"
                + " is kept for. Exit code 3 if you may not bind it, 4 if it is taken or the program does not"
                + " exist.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ReservationException {
        return new Reserving(this, keeper.reservations()).run();
    }
}
