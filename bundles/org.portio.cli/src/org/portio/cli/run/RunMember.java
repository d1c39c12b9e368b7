// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.RunContext;
import org.portio.cli.command.Subcommand;
import org.portio.core.system.FileFailure;
import org.portio.testrun.Holding;
import org.portio.testrun.TestRuns;

/** The part of a command in the test run that it was started in: what it makes belongs to the run. */
public record RunMember(Subcommand command) {

    /** Returns the id of the run; empty if the command is in none that is known here. */
    public String current() {
        RunContext context = command.services().runs();
        String id = context.current();
        if (id.isEmpty() || context.runs().isOpen(id)) {
            return id;
        }
        if (context.runs().isKnown(id)) {
            throw over(id);
        }
        command.output()
                .note("PORTIO_RUN names the test run " + id
                        + ", which is not one of this PORTIO_HOME; what this command makes stays");
        return "";
    }

    /** Returns the same, for a command that is about to make something of this kind. */
    public String joinFor(Holding.Kind kind) {
        String id = current();
        if (!id.isEmpty()) {
            mark(command.services().runs().runs(), id, kind);
        }
        return id;
    }

    static void mark(TestRuns runs, String id, Holding.Kind kind) {
        try {
            runs.mark(id, kind);
        } catch (NoSuchFileException _) {
            throw over(id);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.CONFLICT, "cannot write down what the test run has: " + FileFailure.text(e), e);
        }
    }

    /** Returns whether the run has ended while something was made for it, so that nobody else reverts it. */
    public boolean isOver(String id) {
        return !id.isEmpty() && !command.services().runs().runs().isOpen(id);
    }

    /** Tells if what was asked for is older than the run, and so not the run's. */
    public void tellIfOlder(String id, String owner, Object what) {
        if (!id.equals(owner)) {
            command.output().note(what + " was there before this test run; it stays as it was");
        }
    }

    public static CommandFailure over(String id) {
        return new CommandFailure(
                ExitCode.CONFLICT,
                "the test run " + id + ", of which this command is part, has ended; nothing is made for it any more");
    }
}
