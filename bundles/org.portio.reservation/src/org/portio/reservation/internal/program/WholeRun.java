// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.core.kernel.Kernel;
import org.portio.core.system.OperatingSystem;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;
import org.portio.trace.DoorException;

/** A run of a program with a port: which way it is handed over, and what is done if that way does not do. */
public record WholeRun(Reservations reservations, PortKey key, Launch launch, Consumer<String> messages) {

    private static final int SIGNALLED = 128;

    /** Runs it to its end, and returns its exit code. */
    public int run(HandOver way) throws ReservationException, IOException, InterruptedException {
        HandOver chosen = choose(way);
        if (chosen == HandOver.ANY) {
            try (PortDoor door = new PortDoor(reservations, key, messages)) {
                return new Borrowing(reservations, key, launch, door, messages).run();
            } catch (DoorException e) {
                chosen = instead(way, e);
            }
        }
        return run(chosen, way == HandOver.AUTO);
    }

    private HandOver choose(HandOver way) throws IOException {
        Optional<Path> program = ProgramFile.find(launch.command().getFirst());
        boolean linux = OperatingSystem.isLinux();
        if (program.isEmpty() && linux) {
            throw StartFailures.of(launch.command().getFirst(), StartFailures.ENOENT, null);
        }
        if (way != HandOver.AUTO) {
            return way;
        }
        boolean tcp = key.protocol() == Protocol.TCP;
        if (tcp && linux && ProgramFile.takesSockets(program.get(), launch.command())) {
            return HandOver.DESCRIPTOR;
        }
        if (Kernel.isCallable() && !ProgramFile.raisesRights(program.get())) {
            return HandOver.ANY;
        }
        return withoutAnswers();
    }

    private HandOver withoutAnswers() {
        return key.protocol() == Protocol.TCP ? HandOver.LATCH : HandOver.RELEASE;
    }

    /** Returns the way that is left if calls cannot be answered here. */
    private HandOver instead(HandOver way, DoorException e) throws ReservationException {
        if (way == HandOver.ANY) {
            throw new ReservationException(
                    Failure.of(e.kind(), key + " cannot be handed over by any: " + e.what(), "choose auto"), e);
        }
        messages.accept(key + " is handed over by " + withoutAnswers().label() + ": " + e.what());
        return withoutAnswers();
    }

    private int run(HandOver way, boolean isFree) throws ReservationException, IOException, InterruptedException {
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
}
