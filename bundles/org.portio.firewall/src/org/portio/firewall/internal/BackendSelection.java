// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.firewall.Availability;
import org.portio.firewall.Elevation;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;

/**
 * Chooses among the backends: the one that the user named, else the first that works here, else the first that would with
 * rights. Each is asked once: that starts programs, which is felt in a command.
 *
 * @param elevation how to come by rights where they are missing; null to go without
 */
record BackendSelection(List<FirewallBackend> backends, Elevation elevation) {

    /**
     * Chooses.
     *
     * @param name null for automatic
     */
    FirewallBackend choose(String name) throws FirewallException {
        return name == null ? automatic() : named(name);
    }

    private FirewallBackend named(String name) throws FirewallException {
        FirewallBackend backend = backends.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FirewallException(
                        FirewallException.Kind.UNSUPPORTED,
                        "there is no backend '" + name + "'; there are " + names()));
        Availability availability = backend.availability();
        return switch (availability.status()) {
            case AVAILABLE -> backend;
            case NO_PERMISSION -> elevated(backend);
            case ABSENT -> throw new FirewallException(FirewallException.Kind.FAILED, availability.explanation());
        };
    }

    private FirewallBackend automatic() throws FirewallException {
        FirewallBackend denied = null;
        StringBuilder missing = new StringBuilder();
        for (FirewallBackend backend : backends) {
            if (backend.isAutomatic()) {
                Availability availability = backend.availability();
                if (availability.isAvailable()) {
                    return backend;
                }
                if (availability.status() == Availability.Status.NO_PERMISSION && denied == null) {
                    denied = backend;
                }
                missing.append(missing.isEmpty() ? "" : "; ").append(availability.explanation());
            }
        }
        if (denied == null) {
            throw new FirewallException(FirewallException.Kind.FAILED, "no firewall can be used here: " + missing);
        }
        return elevated(denied);
    }

    private FirewallBackend elevated(FirewallBackend denied) {
        return elevation == null ? denied : elevation.over(denied);
    }

    private String names() {
        return backends.stream().map(FirewallBackend::name).collect(Collectors.joining(", "));
    }
}
