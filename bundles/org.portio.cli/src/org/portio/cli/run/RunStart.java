// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.reservation.ProgramRun;
import org.portio.reservation.ProgramStartException;
import org.portio.reservation.ReservationException;
import org.portio.testrun.TestRun;
import org.portio.testrun.TestRuns;

/** Starts the program of a run. */
record RunStart(Subcommand command) {

    /** Makes this process stand for the program; to be called before anything is done. */
    static void standIn(Subcommand command) {
        try {
            command.services().standInForProgram();
        } catch (IOException e) {
            command.output().note("signals will not reach the program: " + e.getMessage());
        }
    }

    /** A way to start it. */
    @FunctionalInterface
    interface Start<T> {
        T run() throws ReservationException, IOException, InterruptedException;
    }

    /** Starts it, with the run's id in its environment. */
    ProgramRun start(TestRun run) {
        try {
            return ProgramRun.start(run.command(), environment(run, Map.of()));
        } catch (IOException e) {
            throw notStarted(run, e);
        }
    }

    /** Runs this, and tells if the program does not start. */
    <T> T started(TestRun run, Start<T> start) throws ReservationException, InterruptedException {
        try {
            return start.run();
        } catch (IOException e) {
            throw notStarted(run, e);
        }
    }

    /** Returns what its environment has besides this process's own. */
    static Map<String, String> environment(TestRun run, Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(TestRuns.VARIABLE, run.id());
        return all;
    }

    private static CommandFailure notStarted(TestRun run, IOException e) {
        // Not caught by its own name: what a command catches is loaded at the start of every other, too.
        String message = e instanceof ProgramStartException
                ? e.getMessage()
                : run.command().getFirst() + " does not start: " + e.getMessage();
        return new CommandFailure(ExitCode.CONFLICT, message, e);
    }
}
