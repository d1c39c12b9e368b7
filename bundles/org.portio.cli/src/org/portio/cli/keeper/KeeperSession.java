// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.text.Output;
import org.portio.core.system.SetAside;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.reservation.ReservationException;
import org.portio.server.ServerException;

/** One run of a command over the keeper, with what goes wrong in it. */
public record KeeperSession(KeeperCommand command) {

    /** Something done to one of several. */
    @FunctionalInterface
    public interface Step<T> {
        void on(T one) throws ReservationException, ServerException;
    }

    ExitStatus run() throws InterruptedException {
        Keeper keeper = command.services().keeper();
        try {
            return command.run(keeper);
        } catch (ReservationException e) {
            throw failure(e);
        } catch (ServerException e) {
            throw failure(e);
        } catch (KeeperException e) {
            throw new CommandFailure(ExitCode.CONFLICT, e.getMessage(), e);
        } finally {
            // An empty list, say, is not all that there is to tell.
            keeper.setAside().stream()
                    .filter(SetAside::isRecent)
                    .map(SetAside::text)
                    .forEach(command.output()::note);
        }
    }

    /** Does it to all of them, also where it fails for some, and tells of those that it fails for. */
    public static <T> ExitCode each(List<T> all, Step<T> step, Output output) {
        List<CommandFailure> failures = new ArrayList<>();
        for (T one : all) {
            try {
                step.on(one);
            } catch (ReservationException e) {
                failures.add(failure(e));
            } catch (ServerException e) {
                failures.add(failure(e));
            }
        }
        failures.stream().map(CommandFailure::getMessage).forEach(output::note);
        return failures.isEmpty()
                ? ExitCode.OK
                : failures.size() < all.size()
                        ? ExitCode.PARTIAL
                        : failures.getLast().exitCode();
    }

    /** What was asked for may be well-formed and yet make no sense on this machine, so that it is no wrong usage. */
    private static CommandFailure failure(ReservationException failure) {
        ExitCode code = switch (failure.kind()) {
            case PERMISSION -> ExitCode.PERMISSION;
            case UNKNOWN -> ExitCode.FALSE;
            case INVALID, TAKEN, FAILED -> ExitCode.CONFLICT;
        };
        return new CommandFailure(code, failure.getMessage(), failure);
    }

    private static CommandFailure failure(ServerException failure) {
        ExitCode code = switch (failure.kind()) {
            case PERMISSION -> ExitCode.PERMISSION;
            case UNKNOWN -> ExitCode.FALSE;
            case INVALID, TAKEN, FAILED -> ExitCode.CONFLICT;
        };
        return new CommandFailure(code, failure.getMessage(), failure);
    }
}
