// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;

/** Removes blocks; {@link Unblocking} does it. */
public final class UnblockCommand extends FirewallCommand {

    final Argument<PortRange> ports = add(
            Argument.optionalParameter(0, PortRange.class, "PORT[-PORT]", "The port or ports, as they were blocked.")
                    .converters(PortConverter::range));

    final Argument<Protocol> protocol =
            add(Argument.optionalParameter(1, Protocol.class, "TCP|UDP", "The protocol that they were blocked for."));

    final Argument<Boolean> all = add(Argument.flag("--all", "All blocks of your own."));

    private final Argument<String> backend = add(backendOption());

    final Argument<Boolean> force = add(Argument.flag("--force", "Also blocks of other users."));

    final Argument<Boolean> dryRun = add(dryRunOption());

    final Argument<Boolean> yes = add(yesOption());

    public UnblockCommand() {
        super("Removes the blocks of exactly these ports, in every direction; rules that are not PortIO's"
                + " are never touched. Exit code 1 if PortIO does not block any of them, 4 if the block covers"
                + " other ports, too, or belongs to another user.");
    }

    @Override
    String backend() {
        return backend.value();
    }

    @Override
    ExitCode run(Firewall firewall) throws FirewallException {
        return new Unblocking(this, firewall).run();
    }
}
