// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.portio.reservation.internal.program.Launch;
import org.portio.reservation.internal.program.PortsBorrowing;

/** Runs a program with several reserved ports. */
public final class LeaseRun {

    private LeaseRun() {}

    /**
     * Runs a program, with this process's own streams, to its end. Each port is handed over when the program binds it
     * ({@link HandOver#ANY}); if the program's calls cannot be answered here, all are given up before it starts, and that is said.
     *
     * @param variables what its environment has besides this process's own
     * @param messages is told, a line each, what the user should know; from several threads
     * @return the program's exit code; 128 plus the signal if one ended it
     * @throws ProgramStartException if the program does not start
     */
    public static int run(
            Reservations reservations,
            List<PortKey> keys,
            List<String> command,
            Map<String, String> variables,
            Consumer<String> messages)
            throws ReservationException, IOException, InterruptedException {
        return new PortsBorrowing(reservations, keys, new Launch(command, null, variables), messages).run();
    }
}
