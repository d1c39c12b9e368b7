// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.kernel.Kernel;
import org.portio.core.system.OperatingSystem;
import org.portio.reservation.internal.program.Borrowing;
import org.portio.reservation.internal.program.Launch;
import org.portio.reservation.internal.program.PortDoor;
import org.portio.reservation.internal.program.ProgramFile;
import org.portio.reservation.internal.program.SignalGate;
import org.portio.reservation.internal.program.StartFailures;
import org.portio.trace.DoorException;

/** Runs a program with a reserved port: hands the port over, waits, and has it held again. */
public final class PortRun {

    private static final int SIGNALLED = 128;

    private PortRun() {}

    /**
     * Makes this process stand for the program that it is about to run: each signal that comes to it goes to the program.
     * For that it starts anew, in its own place and with its own arguments, so it is to be called before anything is done.
     * On systems other than Linux it does nothing.
     *
     * @throws IOException when the kernel refuses; then a signal ends this process, which asks the program to end
     */
    public static void standIn() throws IOException {
        SignalGate.pass();
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
        return run(reservations, key, command, way, null, messages);
    }

    /**
     * Returns the same, for a program that has no terminal.
     *
     * @param output file that all that the program writes is added to, while it reads nothing; null for this process's own
     *     streams
     */
    public static int run(
            Reservations reservations,
            PortKey key,
            List<String> command,
            HandOver way,
            Path output,
            Consumer<String> messages)
            throws ReservationException, IOException, InterruptedException {
        Launch launch = new Launch(command, output);
        HandOver chosen = choose(key, command, way);
        if (chosen == HandOver.ANY) {
            try (PortDoor door = new PortDoor(reservations, key, messages)) {
                return new Borrowing(reservations, key, launch, door, messages).run();
            } catch (DoorException e) {
                chosen = instead(key, way, e, messages);
            }
        }
        return run(reservations, key, launch, chosen, way == HandOver.AUTO, messages);
    }

    /** Returns the way that is left if calls cannot be answered here. */
    private static HandOver instead(PortKey key, HandOver way, DoorException e, Consumer<String> messages)
            throws ReservationException {
        if (way == HandOver.ANY) {
            throw new ReservationException(
                    Failure.of(e.kind(), key + " cannot be handed over by any: " + e.what(), "choose auto"), e);
        }
        HandOver left = key.protocol() == Protocol.UDP ? HandOver.RELEASE : HandOver.LATCH;
        messages.accept(key + " is handed over by " + left.label() + ": " + e.what());
        return left;
    }

    private static int run(
            Reservations reservations,
            PortKey key,
            Launch launch,
            HandOver way,
            boolean isFree,
            Consumer<String> messages)
            throws ReservationException, IOException, InterruptedException {
        Borrowing first = new Borrowing(reservations, key, launch, way, messages);
        int exit = first.run();
        boolean failed = exit != 0 && exit < SIGNALLED && !first.hasListened();
        if (!isFree || way != HandOver.LATCH || !failed) {
            return exit;
        }
        messages.accept(launch.command().getFirst() + " has ended with exit code " + exit + " without listening on "
                + key + "; starting it once more, by release");
        return new Borrowing(reservations, key, launch, HandOver.RELEASE, messages).run();
    }

    private static HandOver choose(PortKey key, List<String> command, HandOver way) throws IOException {
        Optional<Path> program = ProgramFile.find(command.getFirst());
        boolean linux = OperatingSystem.isLinux();
        if (program.isEmpty() && linux) {
            throw StartFailures.of(command.getFirst(), StartFailures.ENOENT, null);
        }
        if (way != HandOver.AUTO) {
            return way;
        }
        boolean tcp = key.protocol() == Protocol.TCP;
        if (tcp && linux && ProgramFile.takesSockets(program.get(), command)) {
            return HandOver.DESCRIPTOR;
        }
        if (Kernel.isCallable() && !ProgramFile.raisesRights(program.get())) {
            return HandOver.ANY;
        }
        return tcp ? HandOver.LATCH : HandOver.RELEASE;
    }
}
