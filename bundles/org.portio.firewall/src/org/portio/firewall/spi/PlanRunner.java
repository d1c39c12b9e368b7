// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;

/**
 * Runs what a backend has planned, and believes no exit code of zero: afterwards the backend's list must show what was
 * added and no longer show what was removed. If it does not, or a command fails, what was done is taken back.
 */
public final class PlanRunner {

    /** Interprets a failed exit code. */
    @FunctionalInterface
    interface ExitCodes {
        Kind kindOf(Result result);
    }

    /** Undoes a change that was done in part, planned after the failure from what is there then. */
    @FunctionalInterface
    public interface TakeBack {
        List<PlannedCommand> plan(Change change) throws FirewallException;
    }

    private final CommandRunner runner;
    private final Duration limit;
    private final ExitCodes exitCodes;

    PlanRunner(CommandRunner runner, Duration limit, ExitCodes exitCodes) {
        this.runner = runner;
        this.limit = limit;
        this.exitCodes = exitCodes;
    }

    /** Runs one command; every exit code but zero is a failure, and so is none in time. */
    public Result run(PlannedCommand command) throws FirewallException {
        Result result = runToAnyEnd(command);
        if (result.exitCode() != 0) {
            throw failure(command, result);
        }
        return result;
    }

    /** Runs a command whose failure means something. */
    public Result runToAnyEnd(PlannedCommand command) throws FirewallException {
        try {
            return runner.run(command.command(), command.input(), limit);
        } catch (IOException e) {
            throw new FirewallException(Kind.FAILED, e.getMessage(), e);
        }
    }

    /** Runs a command that need not exist. */
    public Optional<Result> tryToRun(PlannedCommand command) {
        try {
            return Optional.of(runner.run(command.command(), command.input(), limit));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Runs the commands and verifies that they made the change; takes back on failure. */
    public void apply(FirewallBackend backend, Change change, List<PlannedCommand> commands, TakeBack takeBack)
            throws FirewallException {
        try {
            for (PlannedCommand command : commands) {
                run(command);
            }
            verify(backend, change);
        } catch (FirewallException e) {
            takeBack(change, takeBack, e);
            throw e;
        }
    }

    private void takeBack(Change change, TakeBack takeBack, FirewallException failure) {
        try {
            for (PlannedCommand command : takeBack.plan(change)) {
                run(command);
            }
        } catch (FirewallException e) {
            failure.addSuppressed(e);
        }
    }

    /** Fails if the backend does not show what was added, or still shows what was removed. */
    public static void verify(FirewallBackend backend, Change change) throws FirewallException {
        Map<UUID, AppliedRule> there = new HashMap<>();
        for (AppliedRule rule : backend.list()) {
            there.put(rule.tag().id(), rule);
        }
        for (Rule rule : change.add()) {
            AppliedRule found = there.remove(rule.tag().id());
            // One whose time is so short that it is over already has been there.
            boolean over = found != null && found.expired() && rule.remaining() == null;
            if (found == null || over || found.damaged()) {
                throw new FirewallException(
                        Kind.FAILED,
                        backend.name() + " reported success, but the block of " + rule.request() + " is not there");
            }
        }
        for (AppliedRule rule : change.remove()) {
            if (there.containsKey(rule.tag().id())) {
                throw new FirewallException(
                        Kind.FAILED,
                        backend.name() + " reported success, but the block of "
                                + rule.tag().protocol() + " " + rule.tag().ports() + " is still there");
            }
        }
    }

    public FirewallException failure(PlannedCommand command, Result failed) {
        String program = command.command().getFirst();
        return new FirewallException(
                exitCodes.kindOf(failed),
                program + " failed with exit code " + failed.exitCode() + ": " + reason(failed));
    }

    /** Returns the first line that it wrote; some programs write their errors to standard output. */
    public static String reason(Result failed) {
        String text = (failed.err().isBlank() ? failed.out() : failed.err()).strip();
        return text.lines().findFirst().orElse("no reason given");
    }
}
