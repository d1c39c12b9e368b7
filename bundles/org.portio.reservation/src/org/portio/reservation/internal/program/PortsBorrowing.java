// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.program;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.portio.core.system.OperatingSystem;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;
import org.portio.trace.DoorException;

/** One run of a program with several lent ports. They are given back by whoever has reserved them. */
public record PortsBorrowing(Reservations reservations, List<PortKey> keys, Launch launch, Consumer<String> messages) {

    /** Starts the program. */
    @FunctionalInterface
    private interface Start {
        Program start() throws IOException;
    }

    /** Runs the program to its end, and returns its exit code. */
    public int run() throws ReservationException, IOException, InterruptedException {
        String name = launch.command().getFirst();
        if (OperatingSystem.isLinux() && ProgramFile.find(name).isEmpty()) {
            throw StartFailures.of(name, StartFailures.ENOENT, null);
        }
        try (PortsDoor door = new PortsDoor(reservations, keys, messages)) {
            return run(HandOver.ANY, () -> door.start(launch));
        } catch (DoorException e) {
            messages.accept(
                    "the ports are given up before the program starts; they cannot be handed over: " + e.what());
            return run(HandOver.RELEASE, () -> Program.start(launch));
        }
    }

    private int run(HandOver way, Start start) throws ReservationException, IOException, InterruptedException {
        for (PortKey key : keys) {
            reservations.lend(key, way, null);
        }
        Program program = start.start();
        try {
            for (PortKey key : keys) {
                reservations.started(key, program.pid());
            }
            return program.waitFor();
        } catch (ReservationException | InterruptedException | RuntimeException e) {
            program.terminate();
            throw e;
        }
    }
}
