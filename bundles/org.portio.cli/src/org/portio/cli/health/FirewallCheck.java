// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.cli.command.Services;
import org.portio.cli.health.HealthReport.Result;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.spi.FirewallBackend;

/** Looks for a way to block ports, and whether the existing blocks are in force. */
record FirewallCheck(Services services) {

    private static final String WHAT = "firewall";

    List<Result> results() {
        List<FirewallBackend> backends = services.firewallBackends();
        List<Result> results = new ArrayList<>(List.of(best(backends), new BlockCheck(services).result()));
        if (services.hasExtensions()) {
            results.addAll(1, contributed(backends));
        }
        return results;
    }

    private Result best(List<FirewallBackend> backends) {
        List<String> reasons = new ArrayList<>();
        boolean denied = false;
        for (FirewallBackend backend : backends) {
            if (backend.isAutomatic()) {
                Availability availability = backend.availability();
                if (availability.isAvailable()) {
                    return new Result(true, WHAT, "ports are blocked with " + backend.name(), "");
                }
                if (availability.status() != Status.FOREIGN) {
                    reasons.add(availability.message());
                    denied |= availability.status() == Status.NO_PERMISSION;
                }
            }
        }
        return new Result(false, WHAT, String.join("; ", reasons), remedy(denied));
    }

    /** Advises to get rights only if there is a firewall that they open. */
    private String remedy(boolean denied) {
        if (!denied) {
            return "install a firewall program first: nftables, or iptables";
        }
        return services.user().isRoot() ? "" : services.user().asRoot(services.program() + " doctor");
    }

    /** Tells what those of extensions say of themselves; one that cannot be used here is nothing amiss. */
    private List<Result> contributed(List<FirewallBackend> backends) {
        var own = services.ownFirewallBackends().stream()
                .map(FirewallBackend::name)
                .collect(Collectors.toSet());
        return backends.stream()
                .filter(backend -> !own.contains(backend.name()))
                .map(backend -> new Result(
                        true,
                        WHAT,
                        "backend " + backend.name() + " of an extension: "
                                + backend.availability().message(),
                        ""))
                .toList();
    }
}
