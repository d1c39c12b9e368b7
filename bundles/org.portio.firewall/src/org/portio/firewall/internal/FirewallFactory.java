// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import org.portio.core.ActionLog;
import org.portio.core.Places;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallBackend;

/** Puts the firewall's parts together. */
public final class FirewallFactory {

    private FirewallFactory() {}

    /** See {@link org.portio.firewall.Firewalls#over}. */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Places places) {
        return new JournaledFirewall(
                () -> BackendSelection.choose(backends, chosenName),
                places.data(),
                ActionLog.of(places),
                Circumstances.ofSystem());
    }

    /** See {@link org.portio.firewall.Firewalls#backendsOfSystem}. */
    public static List<FirewallBackend> backendsOfSystem() {
        return List.of(new NftBackend());
    }
}
