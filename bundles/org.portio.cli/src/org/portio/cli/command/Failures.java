// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import org.portio.cli.text.Output;
import org.portio.core.ConnectionException;
import org.portio.core.PermissionException;
import org.portio.core.system.NoHomeException;
import org.portio.firewall.FirewallException;
import org.portio.keeper.KeeperException;
import org.portio.reservation.ReservationException;
import org.portio.server.ServerException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever goes wrong into a line on stderr and an exit code; commands just throw it. */
public final class Failures {

    private static final String ROOT = "0";

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
     * Says what went wrong while a command ran.
     *
     * @param arguments all that {@code portio} was called with
     */
    public int onExecution(Exception failure, List<String> arguments) {
        ExitCode code = exitCode(failure);
        if (code == ExitCode.INTERNAL) {
            // Not a constant: to load Java's logging takes time that only a failure should cost.
            System.getLogger(Failures.class.getName()).log(System.Logger.Level.DEBUG, "internal error", failure);
            output.note("internal error: " + failure);
        } else {
            output.note(failure.getMessage() + (failure instanceof FirewallException e ? remedy(e, arguments) : ""));
        }
        return code.code();
    }

    /** Returns the exit code that this comes to. */
    public static ExitCode exitCode(Exception failure) {
        return switch (failure) {
            case CommandFailure expected -> expected.exitCode();
            case PermissionException _ -> ExitCode.PERMISSION;
            case ConnectionException _ -> ExitCode.CONFLICT;
            case NoHomeException _ -> ExitCode.CONFLICT;
            case KeeperException _ -> ExitCode.CONFLICT;
            case FirewallException firewall ->
                switch (firewall.kind()) {
                    case PERMISSION -> ExitCode.PERMISSION;
                    case REFUSED, UNSUPPORTED, ABSENT, FAILED -> ExitCode.CONFLICT;
                };
            // What was asked for may be well-formed and yet make no sense on this machine: that is no wrong usage.
            case ReservationException reservation ->
                switch (reservation.kind()) {
                    case PERMISSION -> ExitCode.PERMISSION;
                    case UNKNOWN -> ExitCode.FALSE;
                    case INVALID, TAKEN, FAILED -> ExitCode.CONFLICT;
                };
            case ServerException server ->
                switch (server.kind()) {
                    case PERMISSION -> ExitCode.PERMISSION;
                    case UNKNOWN -> ExitCode.FALSE;
                    case INVALID, TAKEN, FAILED -> ExitCode.CONFLICT;
                };
            default -> ExitCode.INTERNAL;
        };
    }

    private String remedy(FirewallException failure, List<String> arguments) {
        return switch (failure.kind()) {
            case PERMISSION -> "; " + withPrivileges(services.program() + " " + Shell.line(arguments));
            case REFUSED -> "; use --force to do it anyway";
            case UNSUPPORTED, ABSENT, FAILED -> "";
        };
    }

    /** Says how to call the same command with all that it needs; root has nothing more to call it with. */
    private String withPrivileges(String again) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return "run it in a terminal that was started as administrator: " + again;
        }
        return ROOT.equals(services.user().id())
                ? "root needs the capability CAP_NET_ADMIN: give it to the container, or run this outside of it"
                : "run: sudo " + again;
    }
}
