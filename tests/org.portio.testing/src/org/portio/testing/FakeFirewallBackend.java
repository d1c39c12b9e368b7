// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;

/** A backend that describes itself as it is told to, and applies nothing. */
public final class FakeFirewallBackend implements FirewallBackend {

    private volatile Set<Capability> capabilities = EnumSet.allOf(Capability.class);
    private volatile Availability availability =
            new Availability(Availability.Status.NO_PERMISSION, "It is a fake; start PortIO as root to change it.");

    void setCapabilities(Set<Capability> newCapabilities) {
        capabilities = Set.copyOf(newCapabilities);
    }

    void setAvailability(Availability newAvailability) {
        availability = newAvailability;
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public boolean isAutomatic() {
        return false;
    }

    @Override
    public Availability availability() {
        return availability;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public List<AppliedRule> list() {
        return List.of();
    }

    @Override
    public List<PlannedCommand> plan(Change change) {
        return List.of();
    }

    @Override
    public void apply(Change change) {
        // It has no system to ask.
    }
}
