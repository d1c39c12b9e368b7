// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.List;
import org.portio.core.CommandRunner;
import org.portio.core.Places;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.firewall.internal.FirewallFactory;
import org.portio.firewall.internal.FirewallFindings;

/** Makes the firewall where no OSGi does. */
public final class Firewalls {

    private Firewalls() {}

    /**
     * The firewall over these backends, for one command: it uses the backend that it has found at the first call.
     *
     * @param backends the preferred ones first
     * @param chosenName name of the only backend to use; null for the first that works
     * @param elevation how to come by rights where they are missing
     */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Elevation elevation, Places places) {
        return FirewallFactory.over(backends, chosenName, elevation, places);
    }

    /** The firewall over these backends with the rights at hand, which are looked at anew each time. */
    public static Firewall atHand(List<FirewallBackend> backends, Places places) {
        return FirewallFactory.atHand(backends, places);
    }

    /** Those that PortIO brings, the preferred ones first. Which of them work here, each tells by itself. */
    public static List<FirewallBackend> backendsOfSystem() {
        return FirewallFactory.backendsOfSystem();
    }

    /** The same, with their programs run by this runner. */
    public static List<FirewallBackend> backendsOver(CommandRunner runner) {
        return FirewallFactory.backendsOver(runner);
    }

    /**
     * What a backend of another bundle says of itself, with what follows from that if it lacks rights: PortIO gets rights for
     * its own backends only.
     */
    public static Availability withoutElevation(Availability said) {
        return said.status() != Availability.Status.NO_PERMISSION
                ? said
                : new Availability(
                        said.status(),
                        said.explanation()
                                + "; it comes from another bundle, and PortIO never asks for a password to run"
                                + " such a backend: start PortIO with the rights that it needs, or choose another one");
    }

    /** Knows which rules of this machine's firewall hide a port, for a diagnosis; with the rights at hand. */
    public static FindingProvider findings() {
        return new FirewallFindings();
    }
}
