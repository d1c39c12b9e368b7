// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortRun;
import org.portio.reservation.ProgramStartException;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;

/** What {@code portio run} does. */
record Running(RunCommand command, Reservations reservations) {

    ExitStatus run() throws ReservationException, InterruptedException {
        ReservationChoice choice = choice();
        standIn();
        Reservation reservation =
                onlyOne(choice, choice.of(reservations.list())).reservation();
        HandOver way = way(reservation);
        String unfit = unfit(way, reservation.key().protocol());
        if (!unfit.isEmpty()) {
            throw command.wrongUsage(unfit);
        }
        List<String> program = program(reservation);
        try {
            int code = PortRun.run(reservations, reservation.key(), program, way, command.output()::note);
            return () -> code;
        } catch (ProgramStartException e) {
            command.output().note(e.getMessage());
            return e.kind()::exitCode;
        } catch (IOException e) {
            String message = program.getFirst() + " does not start: " + e.getMessage();
            throw new CommandFailure(ExitCode.CONFLICT, message, e);
        }
    }

    private void standIn() {
        try {
            command.services().standInForProgram();
        } catch (IOException e) {
            command.output().note("signals do not reach the program: " + e.getMessage());
        }
    }

    /** Why a port of this protocol cannot be handed over so; empty where it can. */
    static String unfit(HandOver way, Protocol protocol) {
        boolean tcpOnly = way == HandOver.DESCRIPTOR || way == HandOver.LATCH;
        return tcpOnly && protocol == Protocol.UDP
                ? "a UDP port cannot be handed over by " + way.label() + "; choose from auto, release"
                : "";
    }

    private ReservationChoice choice() {
        List<String> words = command.ownWords();
        if (words.size() > 1) {
            throw command.wrongUsage(
                    "unexpected argument '" + words.get(1) + "'; put the program's own arguments after --");
        }
        return new ReservationChoice(
                command.port.value(), words.isEmpty() ? null : protocol(words.getFirst()), command.address.value());
    }

    private Protocol protocol(String word) {
        for (Protocol protocol : Protocol.values()) {
            if (protocol.name().equalsIgnoreCase(word)) {
                return protocol;
            }
        }
        throw command.wrongUsage(
                "'" + word + "' is not a protocol; choose TCP or UDP, and put the program's own arguments after --");
    }

    private ReservationStatus onlyOne(ReservationChoice choice, List<ReservationStatus> found) {
        if (found.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.CONFLICT, choice + " is not reserved; reserve it first: portio reserve", null);
        }
        if (found.size() > 1) {
            throw command.wrongUsage("several are reserved; name the protocol or --address of one of "
                    + found.stream().map(status -> status.key().toString()).collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }

    private HandOver way(Reservation reservation) {
        String chosen = command.handOver.value();
        return chosen == null ? reservation.handOver() : Reserving.handOver(chosen);
    }

    private List<String> program(Reservation reservation) {
        List<String> words = command.wordsForProgram();
        if (!reservation.executable().isEmpty()) {
            List<String> program = new ArrayList<>();
            program.add(reservation.executable());
            program.addAll(words);
            return program;
        }
        if (words.isEmpty()) {
            throw command.wrongUsage(reservation.key() + " is not kept for a program; give the command after --");
        }
        return words;
    }
}
