// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.ExitCode;
import org.portio.core.system.SetAside;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.FirewallBackend;

/** One run of a command over the firewall, with what goes wrong in it. */
record FirewallSession(FirewallCommand command) {

    ExitCode run() throws FirewallException {
        checkBackend();
        Firewall firewall = command.services().firewall(command.backend());
        try {
            return command.run(firewall);
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
}
