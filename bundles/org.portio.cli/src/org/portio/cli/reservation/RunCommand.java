// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.reservation;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.keeper.Keeper;
import org.portio.reservation.ReservationException;

/** Starts a program on a reserved port; {@link Running} does it. */
public final class RunCommand extends KeeperCommand {

    private static final String DELIMITER = "--";

    final Argument<Integer> port = add(portParameter("The reserved port."));

    private final Argument<String> protocol = add(
            Argument.optionalParameter(1, String.class, "TCP|UDP", "Its protocol, if the port is reserved for both.")
                    .completionCandidates(List.of("TCP", "UDP")));

    private final Argument<List<String>> rest = add(
            Argument.words(
                    2,
                    "ARGUMENT",
                    "After '--': the arguments of the program, or, if the port is kept for none, the program and its arguments."));

    final Argument<String> address =
            add(addressOption("--address", "The reservation on this address, if there are several."));

    final Argument<String> handOver = add(ReserveCommand.WAYS.option(
            "--hand-over", "WAY", "auto, descriptor, latch or release, instead of what the reservation says."));

    public RunCommand() {
        super(
                "What follows '--' goes to the program that the port is kept for. If the port is kept for"
                        + " none, it is the command to run. When the program ends, the port is held again.",
                "",
                "The exit code is the program's. If it is not started, it is PortIO's: 4 if the port is not"
                        + " reserved, not held, or the program does not exist.");
        spec().usageMessage().customSynopsis("portio run [OPTIONS] PORT [TCP|UDP] [-- ARGUMENT...]");
    }

    @Override
    public ExitStatus run(Keeper keeper) throws ReservationException, InterruptedException {
        return new Running(this, keeper.reservations()).run();
    }

    /** Before {@code --}. */
    List<String> ownWords() {
        List<String> all = words();
        return all.subList(0, all.size() - forProgram());
    }

    /** Behind {@code --}. */
    List<String> wordsForProgram() {
        List<String> all = words();
        return all.subList(all.size() - forProgram(), all.size());
    }

    private List<String> words() {
        List<String> all = new ArrayList<>(rest.value());
        if (protocol.value() != null) {
            all.addFirst(protocol.value());
        }
        return all;
    }

    /** What picocli passes on does not say where the delimiter was. */
    private int forProgram() {
        List<String> arguments = spec().root().commandLine().getParseResult().originalArgs();
        int delimiter = arguments.indexOf(DELIMITER);
        // A delimiter before the port leaves fewer words than stand behind it.
        return delimiter < 0 ? 0 : Math.min(words().size(), arguments.size() - delimiter - 1);
    }
}
