// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.keeper;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.ExitStatus;
import org.portio.cli.command.Failures;
import org.portio.cli.text.Output;
import org.portio.core.PortioException;
import org.portio.core.system.SetAside;
import org.portio.keeper.Keeper;

/** One run of a command over the keeper, with what goes wrong in it. */
public record KeeperSession(KeeperCommand command) {

    /** Something done to one of several. */
    @FunctionalInterface
    public interface Step<T> {
        void on(T one) throws PortioException;
    }

    ExitStatus run() throws PortioException, InterruptedException {
        Keeper keeper = command.services().keeper();
        try {
            return command.run(keeper);
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
        List<PortioException> failures = new ArrayList<>();
        for (T one : all) {
            try {
                step.on(one);
            } catch (PortioException e) {
                failures.add(e);
            }
        }
        failures.stream().map(PortioException::getMessage).forEach(output::note);
        return failures.isEmpty()
                ? ExitCode.OK
                : failures.size() < all.size()
                        ? ExitCode.PARTIAL
                        : Failures.exitCode(failures.getLast().kind());
    }
}
