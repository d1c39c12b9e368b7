// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.wiring;

import java.nio.file.Path;
import java.util.List;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.InsightRule;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.Places;
import org.portio.firewall.Availability;
import org.portio.firewall.Firewall;
import org.portio.firewall.internal.JournaledFirewall;
import org.portio.firewall.internal.diagnosis.FirewallFindings;
import org.portio.firewall.internal.diagnosis.FirewallInsights;
import org.portio.firewall.internal.elevation.Elevation;
import org.portio.firewall.internal.selection.BackendSelection;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.internal.selection.BuiltInBackends;
import org.portio.firewall.internal.selection.GuardedBackend;
import org.portio.firewall.internal.selection.SelectedBackends;
import org.portio.firewall.internal.system.SystemPrograms;
import org.portio.firewall.spi.FirewallBackend;

/** Creates the firewall if no OSGi does. */
public final class Firewalls {

    private Firewalls() {}

    /**
     * Returns the firewall over these backends, for one command: it uses the backend that it has found at the first call.
     *
     * @param backends the preferred ones first
     * @param chosenName name of the only backend to use; null for the first that works
     * @param program PortIO's command line, through which rights are got if they are missing; null if it is not known
     */
    public static Firewall over(List<FirewallBackend> backends, String chosenName, Path program, Places places) {
        BackendSelection selection = new BackendSelection(backends, Elevation.ofSystem(program));
        Backends chosen = new SelectedBackends(selection, () -> chosenName, true);
        return JournaledFirewall.of(chosen, places);
    }

    /** Returns the firewall over these backends with the present rights, which are checked again each time. */
    public static Firewall atHand(List<FirewallBackend> backends, Places places) {
        Backends found = SelectedBackends.automatic(backends, null, null);
        return JournaledFirewall.of(found, places);
    }

    /** Returns those that PortIO brings, the preferred ones first. Each reports whether it works here. */
    public static List<FirewallBackend> backendsOfSystem() {
        return backendsWith(List.of());
    }

    /** Returns those that PortIO brings and these, the preferred ones first. Nobody is asked for rights for one of these. */
    public static List<FirewallBackend> backendsWith(List<ContributedBackend> others) {
        return BuiltInBackends.over(SystemPrograms.ofSystem(), others);
    }

    /** Returns the same, with their programs run by this runner. */
    public static List<FirewallBackend> backendsOver(CommandRunner runner) {
        return BuiltInBackends.over(runner, List.of());
    }

    /**
     * Returns what a backend of another bundle says of itself, with what follows from that if it lacks rights: PortIO gets rights for
     * its own backends only.
     */
    public static Availability withoutElevation(Availability said) {
        return GuardedBackend.withoutElevation(said);
    }

    /** Finds listeners that this machine's firewall keeps clients from, or that no rule guards; with the present rights. */
    public static InsightRule insights() {
        return new FirewallInsights();
    }

    /** Knows which rules of this machine's firewall hide a port, for a diagnosis; with the present rights. */
    public static FindingProvider findings() {
        return new FirewallFindings();
    }
}
