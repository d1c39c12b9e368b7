// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.util.List;
import java.util.Locale;
import org.portio.cli.text.Output;

/** Asks before something is changed. */
public record Confirmation(Services services, Output output, boolean given) {

    /** Fails if nobody could answer, before anything else is asked, a password least of all. */
    public void checkThatItCanBeGiven() {
        if (!given && !services.canAsk()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "cannot ask for confirmation without a terminal; use --yes to continue");
        }
    }

    /** Shows what will be done, and continues only if the answer is yes. */
    public void demand(List<String> what) {
        if (given) {
            return;
        }
        what.forEach(output::note);
        String answer = services.ask("Continue? [y/N] ");
        if (answer == null || !List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new CommandFailure(ExitCode.CONFLICT, "nothing was changed");
        }
    }
}
