// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;

/** Prints the blocks there are. */
public final class BlocksCommand extends FirewallCommand {

    final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    final Argument<Boolean> noHeader = add(noHeaderOption());

    private final Argument<String> backend = add(backendOption());

    public BlocksCommand() {
        super("In the column State, active means in force, missing means removed by somebody else, and"
                + " orphaned means in force but not in your journal: another user's, or left by a lost journal."
                + " Exit code 1 if there are none.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        return new BlockListing(this, firewall).run();
    }
}
