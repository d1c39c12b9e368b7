// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.util.Map;
import org.portio.cli.command.Subcommand;
import org.portio.core.ConnectionException;
import org.portio.testrun.Reports;
import org.portio.testrun.RunProcesses;

/**
 * Sockets that a program, or anything that it started, leaves open when it ends.
 *
 * @param mark what all of its processes have in their environment, and no others
 */
public record LeftOpen(Subcommand command, String mark) {

    private static final String VARIABLE = "PORTIO_PROGRAM";

    /** Creates one for a program that is about to start. */
    public static LeftOpen of(Subcommand command) {
        return new LeftOpen(command, ProcessHandle.current().pid() + "-" + System.currentTimeMillis());
    }

    /** Returns what the program needs in its environment. */
    public Map<String, String> environment() {
        return Map.of(VARIABLE, mark);
    }

    /** Names them, a line each; the program has ended. */
    public void tell() throws InterruptedException {
        LeftSockets left = new LeftSockets(command.services(), value -> RunProcesses.with(VARIABLE, value));
        try {
            if (!left.awaitEnd(mark).isEmpty()) {
                left.now(mark).forEach(leak -> command.output().note(Reports.line(leak)));
            }
        } catch (ConnectionException e) {
            command.output().note("cannot see what was left open: " + e.getMessage());
        }
    }
}
