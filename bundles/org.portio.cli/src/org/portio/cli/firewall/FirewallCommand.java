// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command over the firewall. Such a class is loaded for the help of all commands, which is to load nothing of the
 * firewall itself: what handles its types beyond passing them on has a class of its own.
 */
abstract class FirewallCommand extends Subcommand {

    FirewallCommand(String... details) {
        super(details);
    }

    static OptionSpec.Builder backendOption() {
        return Argument.option(
                "--backend",
                String.class,
                TextConverter::name,
                "NAME",
                "Use this firewall of the system, as nftables, instead of the best one.");
    }

    static OptionSpec.Builder dryRunOption() {
        return Argument.flag(
                "--dry-run", "Print exactly the commands that would run, with their standard input; change nothing.");
    }

    /** Name of the backend that was chosen; null for none. */
    abstract String backend();

    abstract ExitCode run(Firewall firewall) throws FirewallException;

    @Override
    public final ExitCode run() throws FirewallException {
        return new FirewallSession(this).run();
    }
}
