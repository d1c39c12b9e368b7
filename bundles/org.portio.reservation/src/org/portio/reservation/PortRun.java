// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.portio.reservation.internal.program.Launch;
import org.portio.reservation.internal.program.SignalGate;
import org.portio.reservation.internal.program.WholeRun;

/** Runs a program with a reserved port: hands the port over, waits, and has it held again. */
public final class PortRun {

    private PortRun() {}

    /**
     * Makes this process stand for the program that it is about to run: each signal that comes to it goes to the program.
     * For that it may start anew, in its own place and with its own arguments, so it is to be called before anything is done.
     * On systems other than Linux it does nothing.
     *
     * @throws IOException when the kernel refuses; then a signal ends this process, which asks the program to end
     */
    public static void standIn() throws IOException {
        SignalGate.pass();
    }

    /**
     * Begins with {@link #standIn} on a thread of its own if this process was started so that signals wait: until then, it does not
     * even end by them.
     */
    public static void standInSoon() {
        if (SignalGate.isOpen()) {
            Thread.ofPlatform().daemon().name("portio-stand-in").start(PortRun::tryToStandIn);
        }
    }

    private static void tryToStandIn() {
        try {
            standIn();
        } catch (IOException _) {
            // Whoever calls it before the program is started gets the reason.
        }
    }

    /**
     * Runs a program, with this process's own streams and environment, to its end. By {@link HandOver#AUTO} a program that
     * fails before it has ever listened, although the latch was open, is started once more, by release.
     *
     * @param command the program, by its path or as a shell finds it, and its arguments
     * @param messages is told, a line each, who listens, and how the port stands afterwards; from several threads
     * @return the program's exit code; 128 plus the signal if one ended it
     * @throws ReservationException if the port cannot be handed over; nothing was started
     * @throws ProgramStartException if the program does not start; the port is held again
     * @throws IOException if what the program needs cannot be made ready; the port is held again
     * @throws InterruptedException if the waiting was interrupted; the program was asked to end
     */
    public static int run(
            Reservations reservations, PortKey key, List<String> command, HandOver way, Consumer<String> messages)
            throws ReservationException, IOException, InterruptedException {
        return run(reservations, key, command, way, null, Map.of(), messages);
    }

    /**
     * Returns the same, for a program that has no terminal.
     *
     * @param output file that all that the program writes is added to, while it reads nothing; null for this process's own
     *     streams
     * @param variables what its environment has besides this process's own
     */
    public static int run(
            Reservations reservations,
            PortKey key,
            List<String> command,
            HandOver way,
            Path output,
            Map<String, String> variables,
            Consumer<String> messages)
            throws ReservationException, IOException, InterruptedException {
        return new WholeRun(reservations, key, new Launch(command, output, variables), messages).run(way);
    }
}
