// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.List;
import org.portio.core.Places;

/** Makes the firewall on a plain class path, as the command line has it. */
public final class Firewalls {

    private Firewalls() {}

    /**
     * A firewall over these backends.
     *
     * @param chosenName name of the one to use; null for the first automatic one that is available
     */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Places places) {
        throw new UnsupportedOperationException("not yet: " + backends + chosenName + places);
    }

    /** All that there are for this operating system, the preferred ones first. */
    public static List<FirewallBackend> backendsOfSystem() {
        throw new UnsupportedOperationException("not yet");
    }
}
