// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.selection.BuiltInBackends;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;

/** A backend without a system behind it, which notes what it is asked to change. */
public final class NotingBackend implements FirewallBackend {

    /** The rules that exist. */
    public final List<AppliedRule> rules = new ArrayList<>();
    /** The changes that were applied. */
    public final List<Change> changes = new ArrayList<>();
    /** The failure of the next call; null if it succeeds. */
    public FirewallException failure;

    public Availability.Status status = Availability.Status.AVAILABLE;
    public boolean automatic = true;
    /** The number of times that it was asked whether it can be used. */
    public int questions;

    private final String name;

    public NotingBackend(String name) {
        this.name = name;
    }

    /** Returns it in the form that it has if another bundle has published it. */
    public FirewallBackend contributed() {
        return BuiltInBackends.byRanking(List.of(), List.of(Map.entry(Map.of(), this)))
                .getFirst();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAutomatic() {
        return automatic;
    }

    @Override
    public Availability availability() {
        questions++;
        return new Availability(status, "made up");
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(Capability.DROP, Capability.SPARE_EXISTING);
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        check();
        return List.copyOf(rules);
    }

    @Override
    public List<PlannedCommand> plan(Change change) throws FirewallException {
        check();
        return List.of(new PlannedCommand(List.of("filter", "-"), change.toString()));
    }

    @Override
    public void apply(Change change) throws FirewallException {
        check();
        changes.add(change);
    }

    private void check() throws FirewallException {
        if (failure != null) {
            throw failure;
        }
    }
}
