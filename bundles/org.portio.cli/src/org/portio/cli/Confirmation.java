// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import java.util.Locale;

/** Asks before something is changed. */
record Confirmation(Services services, Output output, boolean given) {

    /** Fails where nobody could answer, before anything else is asked, a password least of all. */
    void checkThatItCanBeGiven() {
        if (!given && !services.canAsk()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "there is no terminal to ask for confirmation; use --yes to continue without",
                    null);
        }
    }

    /** Shows what will be done, and continues only if the answer is yes. */
    void demand(List<String> what) {
        if (given) {
            return;
        }
        what.forEach(output::note);
        String answer = services.ask("Continue? [y/N] ");
        if (answer == null || !List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new CommandFailure(ExitCode.CONFLICT, "nothing was changed", null);
        }
    }
}
