// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import org.portio.core.Places;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.internal.JournaledFirewall.BackendSupplier;

/** Puts the firewall's parts together. */
public final class FirewallFactory {

    private FirewallFactory() {}

    /** See {@link org.portio.firewall.Firewalls#over}. */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Places places) {
        return new JournaledFirewall(() -> BackendSelection.choose(backends, chosenName), places);
    }

    /** Asks the choice anew each time; without one, or where it is empty, the first backend that works is taken. */
    static BackendSupplier automatic(List<FirewallBackend> backends, BackendChoice choice) {
        return () -> {
            String name = choice == null ? "" : choice.backend();
            return BackendSelection.choose(backends, name.isEmpty() ? null : name);
        };
    }

    /** See {@link org.portio.firewall.Firewalls#backendsOfSystem}. */
    public static List<FirewallBackend> backendsOfSystem() {
        return List.of(new NftBackend(), new IptablesBackend());
    }
}
