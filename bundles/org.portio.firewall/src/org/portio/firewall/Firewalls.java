// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.List;
import org.portio.core.Places;
import org.portio.firewall.internal.FirewallFactory;

/** Makes the firewall where no OSGi does. */
public final class Firewalls {

    private Firewalls() {}

    /**
     * The firewall over these backends.
     *
     * @param backends the preferred ones first
     * @param chosenName name of the only backend to use; null for the first that works
     */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Places places) {
        return FirewallFactory.over(backends, chosenName, places);
    }

    /** Those that PortIO brings, the preferred ones first. Which of them work here, each tells by itself. */
    public static List<FirewallBackend> backendsOfSystem() {
        return FirewallFactory.backendsOfSystem();
    }
}
