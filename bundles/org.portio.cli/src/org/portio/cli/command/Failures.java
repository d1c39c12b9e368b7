// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import org.portio.cli.text.Output;
import org.portio.core.ConnectionException;
import org.portio.core.PermissionException;
import org.portio.core.system.NoHomeException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into a line on stderr and an exit code. */
public final class Failures {

    private final Output output;

    public Failures(Output output) {
        this.output = output;
    }

    public int onUsage(ParameterException failure) {
        output.note(failure.getMessage().replaceFirst("^Error: ", ""));
        UnmatchedArgumentException.printSuggestions(failure, output.err);
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        output.err.println("Try '" + command + " --help'.");
        return ExitCode.USAGE.code();
    }

    public int onExecution(Exception failure) {
        return switch (failure) {
            case CommandFailure expected -> say(expected.getMessage(), expected.exitCode());
            case PermissionException denied -> say(denied.getMessage(), ExitCode.PERMISSION);
            case ConnectionException refused -> say(refused.getMessage(), ExitCode.CONFLICT);
            case NoHomeException unknown -> say(unknown.getMessage(), ExitCode.CONFLICT);
            default -> {
                // Not a constant: to load Java's logging takes time that only a failure should cost.
                System.getLogger(Failures.class.getName()).log(System.Logger.Level.DEBUG, "internal error", failure);
                yield say("internal error: " + failure, ExitCode.INTERNAL);
            }
        };
    }

    private int say(String message, ExitCode code) {
        output.note(message);
        return code.code();
    }
}
