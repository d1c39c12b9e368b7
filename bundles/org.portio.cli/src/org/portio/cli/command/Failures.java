// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import org.portio.cli.text.Output;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.OperatingSystem;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into a line on stderr and an exit code; commands just throw it. */
public final class Failures {

    private final Services services;
    private final Output output;

    public Failures(Services services, Output output) {
        this.services = services;
        this.output = output;
    }

    public int onUsage(ParameterException failure) {
        output.note(failure.getMessage().replaceFirst("^Error: ", ""));
        UnmatchedArgumentException.printSuggestions(failure, output.err);
        String command = failure.getCommandLine().getCommandSpec().qualifiedName();
        output.err.println("Try '" + command + " --help'.");
        return ExitCode.USAGE.code();
    }

    /**
     * Says what went wrong.
     *
     * @param arguments of the call that failed, which a remedy may repeat
     * @return the exit code
     */
    public int onExecution(Exception failure, List<String> arguments) {
        return switch (failure) {
            case CommandFailure expected -> say(expected.getMessage(), expected.exitCode());
            case PortioException known -> say(withRemedy(known, arguments), exitCode(known.kind()));
            case NoHomeException unknown -> say(unknown.getMessage(), ExitCode.CONFLICT);
            default -> {
                // Not a constant: to load Java's logging takes time that only a failure should cost.
                System.getLogger(Failures.class.getName()).log(System.Logger.Level.DEBUG, "internal error", failure);
                yield say("internal error: " + failure, ExitCode.INTERNAL);
            }
        };
    }

    /** Invalid is what may be well-formed and yet makes no sense on this machine, so that it is not wrong usage. */
    public static ExitCode exitCode(Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> ExitCode.FALSE;
            case PERMISSION -> ExitCode.PERMISSION;
            case INVALID, CONFLICT, REFUSED, UNSUPPORTED, ABSENT, FAILED -> ExitCode.CONFLICT;
        };
    }

    private String withRemedy(PortioException failure, List<String> arguments) {
        return switch (failure.remedy().way()) {
            case NONE, ADVICE -> failure.getMessage();
            case PRIVILEGES -> failure.getMessage() + "; " + withPrivileges(arguments);
            case FORCE -> failure.getMessage() + "; use --force to do it anyway";
        };
    }

    /** Returns the same command again, with all that is needed; root has nothing more to call it with. */
    private String withPrivileges(List<String> arguments) {
        String again = services.program() + " " + Shell.line(arguments);
        if (OperatingSystem.isWindows()) {
            return "run it in a terminal that was started as administrator: " + again;
        }
        return services.user().isRoot()
                ? "root needs the capability CAP_NET_ADMIN: give it to the container, or run this outside it"
                : services.user().runAsRoot(again);
    }

    private int say(String message, ExitCode code) {
        output.note(message);
        return code.code();
    }
}
