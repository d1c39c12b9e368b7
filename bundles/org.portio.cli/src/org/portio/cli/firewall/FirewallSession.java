// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Shell;
import org.portio.core.system.SetAside;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;

/** One run of a command over the firewall, with what goes wrong in it. */
record FirewallSession(FirewallCommand command) {

    private static final String ROOT = "0";

    ExitCode run() {
        checkBackend();
        Firewall firewall = command.services().firewall(command.backend());
        try {
            return command.run(firewall);
        } catch (FirewallException e) {
            throw failure(e);
        } finally {
            firewall.damage().stream()
                    .filter(SetAside::isRecent)
                    .map(SetAside::text)
                    .forEach(command.output()::note);
        }
    }

    private void checkBackend() {
        String chosen = command.backend();
        List<FirewallBackend> known =
                chosen == null ? List.of() : command.services().firewallBackends();
        if (chosen != null && known.stream().noneMatch(backend -> backend.name().equals(chosen))) {
            String names = known.stream().map(FirewallBackend::name).collect(Collectors.joining(", "));
            throw command.wrongUsage("unknown backend '" + chosen + "'; choose from " + names);
        }
    }

    private CommandFailure failure(FirewallException failure) {
        return switch (failure.kind()) {
            case PERMISSION -> new CommandFailure(ExitCode.PERMISSION, withPrivileges(failure.getMessage()), failure);
            case REFUSED ->
                new CommandFailure(ExitCode.CONFLICT, failure.getMessage() + "; use --force to do it anyway", failure);
            case UNSUPPORTED, ABSENT, FAILED -> new CommandFailure(ExitCode.CONFLICT, failure.getMessage(), failure);
        };
    }

    /** The same command again, with all that is needed; root has nothing more to call it with. */
    private String withPrivileges(String message) {
        List<String> arguments =
                command.spec().root().commandLine().getParseResult().originalArgs();
        String again = command.services().program() + " " + Shell.line(arguments);
        if (System.getProperty("os.name").startsWith("Windows")) {
            return message + "; run it in a terminal that was started as administrator: " + again;
        }
        return ROOT.equals(command.services().user().id())
                ? message
                        + "; root needs the capability CAP_NET_ADMIN: give it to the container, or run this outside of"
                        + " it"
                : message + "; run: sudo " + again;
    }
}
