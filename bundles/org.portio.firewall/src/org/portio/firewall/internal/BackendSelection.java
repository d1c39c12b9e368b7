// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.firewall.Availability;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;

/** Chooses among the backends: the one that the user named, else the first that works here, else one that would with rights. */
final class BackendSelection {

    private BackendSelection() {}

    /**
     * Chooses.
     *
     * @param backends the preferred ones first
     * @param name null for automatic
     */
    static FirewallBackend choose(List<FirewallBackend> backends, String name) throws FirewallException {
        return name == null ? automatic(backends) : named(backends, name);
    }

    private static FirewallBackend named(List<FirewallBackend> backends, String name) throws FirewallException {
        FirewallBackend backend = backends.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FirewallException(
                        FirewallException.Kind.UNSUPPORTED,
                        "there is no backend '" + name + "'; there are " + names(backends)));
        Availability availability = backend.availability();
        if (availability.status() == Availability.Status.ABSENT) {
            throw new FirewallException(FirewallException.Kind.FAILED, availability.explanation());
        }
        return backend;
    }

    private static FirewallBackend automatic(List<FirewallBackend> backends) throws FirewallException {
        FirewallBackend withRights = null;
        StringBuilder missing = new StringBuilder();
        for (FirewallBackend backend : backends) {
            if (backend.isAutomatic()) {
                Availability availability = backend.availability();
                if (availability.isAvailable()) {
                    return backend;
                }
                if (availability.status() == Availability.Status.NO_PERMISSION && withRights == null) {
                    withRights = backend;
                }
                missing.append(missing.isEmpty() ? "" : "; ").append(availability.explanation());
            }
        }
        if (withRights == null) {
            throw new FirewallException(FirewallException.Kind.FAILED, "no firewall can be used here: " + missing);
        }
        return withRights;
    }

    private static String names(List<FirewallBackend> backends) {
        return backends.stream().map(FirewallBackend::name).collect(Collectors.joining(", "));
    }
}
