// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.TextConverter;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.cli.run.LeftOpen;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortRun;
import org.portio.reservation.ProgramStartException;
import org.portio.reservation.RemapRequest;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import picocli.CommandLine.TypeConversionException;

/** Starts a program on a reserved port. */
public final class RunCommand extends KeeperCommand {

    private static final String DELIMITER = "--";

    /** A word, for without a reserved port it is the command to run. */
    private final Argument<String> port =
            add(Argument.optionalParameter(0, String.class, "PORT", "The reserved port; none with --remap."));

    private final Argument<String> protocol = add(
            Argument.optionalParameter(1, String.class, "TCP|UDP", "Its protocol, if the port is reserved for both.")
                    .completionCandidates(List.of("TCP", "UDP")));

    private final Argument<List<String>> rest = add(Argument.words(
            2,
            "ARGUMENT",
            "After '--': the program's arguments or, if the reservation names no program, the"
                    + " program and its arguments."));

    private final Argument<String> address =
            add(addressOption("--address", "The reservation on this address, if there are several."));

    private final Argument<String> handOver = add(HandOverOption.WAYS.option(
            "--hand-over", "WAY", "auto, any, descriptor, latch or release, instead of what the reservation says."));

    private final Argument<Path> programOutput = add(Argument.option(
            "--output",
            Path.class,
            TextConverter::path,
            "FILE",
            "Append what the program writes to FILE, and give it nothing to read."));

    private final Argument<Boolean> leaks = add(Argument.flag(
            "--leaks", "Name the sockets that processes of the program still have open when it has ended."));

    private final Argument<List<RemapRequest>> remap = add(Argument.list(
            "--remap",
            RemapRequest.class,
            RemapOption::parse,
            "ASKED=GIVEN",
            "Without a reserved port: give the program GIVEN, a port or 'auto' for a free one, when it asks"
                    + " for ASKED."));

    private final Argument<Boolean> follow =
            add(Argument.flag("--follow", "With --remap: connections to ASKED on this machine go to GIVEN, too."));

    public RunCommand() {
        super(
                "What follows '--' goes to the program that the port is kept for. If the reservation names"
                        + " no program, it is the command to run. When the program ends, the port is held again.",
                "",
                "The exit code is the program's. If the program is not started, it is PortIO's: 4 if the port is not"
                        + " reserved, not held, or the program does not exist.");
        spec().usageMessage()
                .customSynopsis(
                        "portio run [OPTIONS] PORT [TCP|UDP] [-- ARGUMENT...]",
                        "portio run --remap ASKED=GIVEN [--follow] -- COMMAND [ARGUMENT...]");
    }

    @Override
    public ExitStatus run(Keeper keeper) throws ReservationException, InterruptedException {
        if (!remap.value().isEmpty()) {
            return runRemapped();
        }
        if (follow.value()) {
            throw wrongUsage("--follow needs --remap");
        }
        Reservations reservations = keeper.reservations();
        ReservationChoice choice = choice();
        standIn();
        Reservation reservation =
                onlyOne(choice, choice.of(reservations.list())).reservation();
        HandOver way = way(reservation);
        String unfit = HandOverOption.unfit(way, reservation.key().protocol());
        if (!unfit.isEmpty()) {
            throw wrongUsage(unfit);
        }
        List<String> program = program(reservation);
        try {
            LeftOpen left = LeftOpen.of(this);
            int code = PortRun.run(
                    reservations,
                    reservation.key(),
                    program,
                    way,
                    programOutput.value(),
                    leaks.value() ? left.environment() : Map.of(),
                    output()::note);
            if (leaks.value()) {
                left.tell();
            }
            return () -> code;
        } catch (IOException e) {
            throw notStarted(program, e);
        }
    }

    private static CommandFailure notStarted(List<String> program, IOException failure) {
        // Not caught by its own name: what a command catches is loaded at the start of every other, too.
        String message = failure instanceof ProgramStartException
                ? failure.getMessage()
                : program.getFirst() + " does not start: " + failure.getMessage();
        return new CommandFailure(ExitCode.CONFLICT, message, failure);
    }

    private ExitStatus runRemapped() throws ReservationException, InterruptedException {
        List<String> command = wordsForProgram();
        boolean ofReservation = address.value() != null || handOver.value() != null || leaks.value();
        if (ofReservation || !ownWords().isEmpty()) {
            throw wrongUsage("--remap goes without a reserved port; put the program and its arguments after --");
        }
        if (command.isEmpty()) {
            throw wrongUsage("give the command after --");
        }
        RemapOption option = new RemapOption(remap.value(), follow.value(), output());
        if (!option.unfit().isEmpty()) {
            throw wrongUsage(option.unfit());
        }
        standIn();
        try {
            int code = option.run(command);
            return () -> code;
        } catch (IOException e) {
            throw notStarted(command, e);
        }
    }

    private void standIn() {
        try {
            services().standInForProgram();
        } catch (IOException e) {
            output().note("signals will not reach the program: " + e.getMessage());
        }
    }

    private ReservationChoice choice() {
        List<String> words = ownWords();
        if (words.isEmpty()) {
            throw wrongUsage("give PORT, which is reserved, or --remap with the command after --");
        }
        if (words.size() > 2) {
            throw wrongUsage("unexpected argument '" + words.get(2) + "'; put the program's own arguments after --");
        }
        return new ReservationChoice(
                reservedPort(words.getFirst()), words.size() < 2 ? null : protocol(words.get(1)), address.value());
    }

    private int reservedPort(String word) {
        try {
            return PortConverter.port(word);
        } catch (TypeConversionException e) {
            throw wrongUsage(e.getMessage());
        }
    }

    private Protocol protocol(String word) {
        for (Protocol protocol : Protocol.values()) {
            if (protocol.name().equalsIgnoreCase(word)) {
                return protocol;
            }
        }
        throw wrongUsage(
                "'" + word + "' is not a protocol; choose TCP or UDP, and put the program's own arguments after --");
    }

    private ReservationStatus onlyOne(ReservationChoice choice, List<ReservationStatus> found) {
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.CONFLICT,
                    choice + " is not reserved; reserve it first: portio reserve " + choice.port() + " "
                            + (choice.protocol() == null ? Protocol.TCP : choice.protocol()));
        }
        if (found.size() > 1) {
            throw wrongUsage("several are reserved; name the protocol or --address of one of "
                    + found.stream().map(status -> status.key().toString()).collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }

    private HandOver way(Reservation reservation) {
        String chosen = handOver.value();
        return chosen == null ? reservation.handOver() : HandOverOption.way(chosen);
    }

    private List<String> program(Reservation reservation) {
        List<String> words = wordsForProgram();
        if (!reservation.executable().isEmpty()) {
            List<String> program = new ArrayList<>();
            program.add(reservation.executable());
            program.addAll(words);
            return program;
        }
        if (words.isEmpty()) {
            throw wrongUsage(reservation.key() + " is not kept for any particular program; give the command after --");
        }
        return words;
    }

    /** Returns the arguments before {@code --}. */
    List<String> ownWords() {
        List<String> all = words();
        return all.subList(0, all.size() - forProgram());
    }

    /** Returns the arguments after {@code --}. */
    List<String> wordsForProgram() {
        List<String> all = words();
        return all.subList(all.size() - forProgram(), all.size());
    }

    private List<String> words() {
        List<String> all = new ArrayList<>(rest.value());
        if (protocol.value() != null) {
            all.addFirst(protocol.value());
        }
        if (port.value() != null) {
            all.addFirst(port.value());
        }
        return all;
    }

    /** Counts the arguments for the program: what picocli passes on does not say where the delimiter was. */
    private int forProgram() {
        List<String> arguments = spec().root().commandLine().getParseResult().originalArgs();
        int delimiter = arguments.indexOf(DELIMITER);
        // A delimiter before the port leaves fewer words than follow it.
        return delimiter < 0 ? 0 : Math.min(words().size(), arguments.size() - delimiter - 1);
    }
}
