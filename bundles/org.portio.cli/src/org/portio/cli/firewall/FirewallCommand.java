// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Shell;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.system.SetAside;
import org.portio.extension.Brought.Kind;
import org.portio.firewall.Availability;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.FirewallBackend;
import picocli.CommandLine.Model.OptionSpec;

/** A command over the system's firewall. */
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
                "Use this firewall, such as nftables, instead of the best one available.");
    }

    static OptionSpec.Builder dryRunOption() {
        return Argument.flag(
                "--dry-run", "Print exactly the commands that would run, with their standard input; change nothing.");
    }

    /** Returns the name of the backend that was chosen; null if none was. */
    abstract String backend();

    /** Runs the command. */
    abstract ExitCode run(Firewall firewall) throws FirewallException;

    @Override
    public final ExitCode run() throws FirewallException {
        checkBackend();
        Firewall firewall = services().firewall(backend());
        try {
            return run(firewall);
        } finally {
            firewall.damage().stream()
                    .filter(SetAside::isRecent)
                    .map(SetAside::text)
                    .forEach(output()::note);
        }
    }

    /** Says with which backend, and with which rights. */
    static String with(Firewall firewall) throws FirewallException {
        Availability availability = firewall.backend().availability();
        return "with " + (availability.isAvailable() ? "" : firewall.backend().name() + ": ") + availability.message();
    }

    /** Prints commands so that a shell takes them as they are. */
    final ExitCode printPlan(Firewall firewall, List<PlannedCommand> plan) throws FirewallException {
        for (PlannedCommand planned : plan) {
            output().lines(Shell.withInput(planned.command(), planned.input()));
        }
        output().note((plan.isEmpty() ? "no command would run; " : "nothing was changed; ") + with(firewall));
        return ExitCode.OK;
    }

    private void checkBackend() {
        String chosen = backend();
        List<FirewallBackend> known = chosen == null ? List.of() : services().firewallBackends();
        if (chosen != null && known.stream().noneMatch(backend -> backend.name().equals(chosen))) {
            String names = known.stream().map(FirewallBackend::name).collect(Collectors.joining(", "));
            throw wrongUsage("unknown backend '" + chosen + "'; choose from " + names + unused());
        }
    }

    /** Names an extension that has a backend and is not used; which name the backend has only its code could tell. */
    private String unused() {
        if (!services().hasExtensions()) {
            return services().user().isRoot()
                    ? "; to use the backend of an extension as root, install the extension as root"
                    : "";
        }
        return services().extensions().list().stream()
                .filter(extension -> extension.problem() != null)
                .filter(extension -> extension.brings().stream().anyMatch(brought -> brought.kind() == Kind.BACKEND))
                .findFirst()
                .map(extension -> "; the extension " + extension.id() + " brings another one and is not used: "
                        + services().program() + " extension why " + extension.id())
                .orElse("");
    }
}
