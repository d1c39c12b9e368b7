// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.portio.core.system.OperatingSystem;
import org.portio.reservation.internal.program.Launch;
import org.portio.reservation.internal.program.Program;
import org.portio.reservation.internal.program.ProgramFile;
import org.portio.reservation.internal.program.StartFailures;

/** A program with this process's own streams; if this process {@linkplain PortRun#standIn stands for it}, with its signals. */
public final class ProgramRun {

    private final Program program;

    private ProgramRun(Program program) {
        this.program = program;
    }

    /**
     * Starts one, on the thread that calls this.
     *
     * @param command the program, by its path or as a shell finds it, and its arguments
     * @param variables what its environment has besides this process's own
     * @throws ProgramStartException if it does not start
     */
    public static ProgramRun start(List<String> command, Map<String, String> variables) throws IOException {
        if (OperatingSystem.isLinux() && ProgramFile.find(command.getFirst()).isEmpty()) {
            throw StartFailures.of(command.getFirst(), StartFailures.ENOENT, null);
        }
        return new ProgramRun(Program.start(new Launch(command, null, variables)));
    }

    public long pid() {
        return program.pid();
    }

    /** Waits for its end, and returns its exit code; 128 plus the signal if one ended it. */
    public int waitFor() throws InterruptedException {
        return program.waitFor();
    }

    /** Asks it to end. */
    public void terminate() {
        program.terminate();
    }
}
