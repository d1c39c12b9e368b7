// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.core.Failure;
import org.portio.firewall.Availability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.elevation.Elevation;
import org.portio.firewall.internal.elevation.HelperBackend;
import org.portio.firewall.internal.selection.Backends.Chosen;
import org.portio.firewall.spi.FirewallBackend;

/**
 * Chooses among the backends: the one that the user named, else the first that works here, else the first that would with
 * rights. Each is asked once: that starts programs, which is felt in a command.
 *
 * @param elevation how to get rights if they are missing; null to go without
 */
public record BackendSelection(List<FirewallBackend> backends, Elevation elevation) {

    /**
     * Chooses.
     *
     * @param name null for automatic
     */
    public Chosen choose(String name) throws FirewallException {
        return name == null ? automatic() : byName(name);
    }

    /** Returns the one of this name; empty if it cannot be used here. */
    Optional<FirewallBackend> find(String name) {
        return backends.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .flatMap(backend -> usable(backend, backend.availability()))
                .map(Chosen::backend);
    }

    /** Returns those that may have rules of PortIO's. */
    List<FirewallBackend> suspects() {
        return backends.stream().filter(FirewallBackend::mayHaveRules).toList();
    }

    private Optional<Chosen> usable(FirewallBackend backend, Availability availability) {
        return switch (availability.status()) {
            case AVAILABLE -> Optional.of(new Chosen(backend, availability));
            case NO_PERMISSION -> Optional.of(elevated(backend, availability));
            case ABSENT, FOREIGN -> Optional.empty();
        };
    }

    private Chosen byName(String name) throws FirewallException {
        FirewallBackend backend = backends.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FirewallException(Failure.of(
                        FirewallException.Kind.UNSUPPORTED,
                        "unknown backend '" + name + "'",
                        "choose from " + names())));
        Availability availability = backend.availability();
        return usable(backend, availability)
                .orElseThrow(() -> new FirewallException(
                        new Failure(FirewallException.Kind.ABSENT, availability.what(), availability.remedy())));
    }

    private Chosen automatic() throws FirewallException {
        Chosen denied = null;
        List<String> missing = new ArrayList<>();
        for (FirewallBackend backend : backends) {
            if (backend.isAutomatic()) {
                Availability availability = backend.availability();
                if (availability.isAvailable()) {
                    return new Chosen(backend, availability);
                }
                if (availability.status() == Availability.Status.NO_PERMISSION && isBetter(backend, denied)) {
                    denied = new Chosen(backend, availability);
                }
                if (availability.status() != Availability.Status.FOREIGN) {
                    missing.add(availability.message());
                }
            }
        }
        if (denied == null) {
            throw new FirewallException(
                    FirewallException.Kind.ABSENT, "no firewall can be used here: " + String.join("; ", missing));
        }
        return elevated(denied.backend(), denied.availability());
    }

    /** Returns whether it is the first, or the first for which rights can be had. */
    private static boolean isBetter(FirewallBackend backend, Chosen denied) {
        return denied == null || isContributed(denied.backend()) && !isContributed(backend);
    }

    /** Another bundle's: the helper, which has the rights, runs what PortIO brings and nothing else. */
    private static boolean isContributed(FirewallBackend backend) {
        return backend instanceof GuardedBackend;
    }

    private Chosen elevated(FirewallBackend denied, Availability availability) {
        FirewallBackend used = elevation == null || isContributed(denied) ? denied : elevation.over(denied);
        return new Chosen(used, used instanceof HelperBackend helper ? helper.elevated(availability) : availability);
    }

    private String names() {
        return backends.stream().map(FirewallBackend::name).collect(Collectors.joining(", "));
    }
}
